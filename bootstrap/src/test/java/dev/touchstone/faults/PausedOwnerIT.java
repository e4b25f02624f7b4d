package dev.touchstone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Owners of nights that do nothing for a while: whether they live is told by their lock alone. */
class PausedOwnerIT {

  private static final LocalDate BEGIN = LocalDate.of(2010, 11, 15);
  private static final LocalDate DATE = BEGIN.plusDays(1);
  private static final int PARTNERS = 300;
  private static final Map<String, Integer> FALLEN = Disturbance.none();

  @TempDir Path folder;

  static LongStream seeds() {
    return IntStream.range(0, Faults.times(1, 20)).mapToLong(Faults::seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isFencedOnceItsLockIsLostAndAnotherHasTakenOver(long seed) {
    try (Site site = new Site(folder.resolve("site"), Site.Kind.OUTSIDE);
        Site undisturbed = new Site(folder.resolve("undisturbed"), Site.Kind.OUTSIDE);
        FeedReader reader = new FeedReader(site.feed())) {
      Site.fillInboxes(PARTNERS, seed, site, undisturbed);
      assertThat(site.nightly(BEGIN).exitCode()).isZero();
      assertThat(undisturbed.nightly(BEGIN).exitCode()).isZero();
      Site.fillInboxes(PARTNERS, seed + 1, site, undisturbed);
      Disturbance moments = new Disturbance(undisturbed, FALLEN, Faults.random(seed));

      Site.Outcome overtaken;
      String as;
      try (RunningProcess owner = site.startNightly(DATE)) {
        String meant = moments.await(site, DATE, owner);
        owner.pause();
        as = "seed " + seed + ", paused in " + moments.note(site, DATE) + ", meant " + meant;
        boolean cut = cutTheLock(site);
        try (RunningProcess next =
            site.startNightly(DATE, "--touchstone.night.break-off-after=200ms")) {
          Site.Outcome outcome = next.await();
          assertThat(outcome.exitCode()).as("%s%n%s", as, outcome.output()).isZero();
        }
        assertThat(undisturbed.nightly(DATE).exitCode()).isZero();
        owner.goOn();
        overtaken = owner.await();
        if (cut) {
          assertThat(overtaken.exitCode()).as("%s%n%s", as, overtaken.output()).isEqualTo(1);
          assertThat(overtaken.output()).as(as).contains("another one has taken over");
        }
      }

      assertThat(site.files()).as(as).isEqualTo(undisturbed.files());
      assertThat(site.ask(Tables::of)).as(as).isEqualTo(undisturbed.ask(Tables::of));
      assertThat(Ledger.attempts(site, DATE)).as(as).last().isEqualTo("COMPLETED");
      assertThat(reader.broken()).as(as).isEmpty();
    }
  }

  @Test
  void isNeverTakenOverWhileItsLockLives() {
    try (Site site = new Site(folder, Site.Kind.OUTSIDE)) {
      site.fillInbox(PARTNERS, 1);
      assertThat(site.nightly(BEGIN).exitCode()).isZero();
      site.fillInbox(PARTNERS, 2);
      Disturbance moments = new Disturbance(site, FALLEN, Faults.random(Faults.seed(0)));

      try (RunningProcess owner = site.startNightly(DATE)) {
        Ledger.awaitStep(site, DATE, moments.steps().get(0), moments.steps(), owner);
        owner.pause();
        Site.Outcome other = site.nightly(DATE);
        owner.goOn();
        Site.Outcome first = owner.await();

        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.output()).contains("Another process is running a night");
        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(Ledger.attempts(site, DATE)).containsExactly("COMPLETED");
      }
    }
  }

  /** Whether there was one to cut. */
  private static boolean cutTheLock(Site site) {
    return site.ask(
        database ->
            JdbcClient.create(database)
                    .sql(
                        """
                        SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_locks
                        WHERE locktype = 'advisory' AND objid = 20101030 AND database =
                          (SELECT oid FROM pg_database WHERE datname = current_database())
                        """)
                    .query(Long.class)
                    .single()
                > 0);
  }
}
