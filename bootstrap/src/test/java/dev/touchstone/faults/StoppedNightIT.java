package dev.touchstone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nights whose process is told to stop: they end stopped, and go on when they are run again. */
class StoppedNightIT {

  private static final LocalDate BEGIN = LocalDate.of(2010, 11, 15);
  private static final int PARTNERS = 300;
  private static final int NIGHTS = Faults.times(1, 25);
  private static final Map<String, Integer> FALLEN = Disturbance.none();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Site.Kind.class)
  void endsStoppedAndIsFinishedByTheNextRun(Site.Kind kind) {
    long seed = Faults.seed(kind.ordinal());
    try (Site stopped = new Site(folder.resolve("stopped"), kind);
        Site undisturbed = new Site(folder.resolve("undisturbed"), Site.Kind.OUTSIDE)) {
      Site.fillInboxes(PARTNERS, seed, stopped, undisturbed);
      assertThat(stopped.nightly(BEGIN).exitCode()).isZero();
      assertThat(undisturbed.nightly(BEGIN).exitCode()).isZero();
      Disturbance moments = new Disturbance(undisturbed, FALLEN, Faults.random(seed));
      for (int night = 1; night <= NIGHTS; night++) {
        LocalDate date = BEGIN.plusDays(night);
        Site.fillInboxes(PARTNERS, seed + night, stopped, undisturbed);
        assertThat(undisturbed.nightly(date).exitCode()).isZero();

        Site.Outcome ended;
        String meant;
        try (RunningProcess process = stopped.startNightly(date)) {
          meant = moments.await(stopped, date, process);
          process.terminate();
          ended = process.await();
        }
        String as =
            "%s, %s, seed %d, stopped in %s, meant %s%n%s"
                .formatted(kind, date, seed, lastStep(stopped, date), meant, ended.output());

        List<String> attempts = Ledger.attempts(stopped, date);
        if (attempts.equals(List.of("COMPLETED"))) {
          assertThat(ended.output()).as(as).contains("Night of " + date + " complete");
        } else {
          assertThat(attempts).as(as).containsExactly("STOPPED");
          assertThat(ended.output())
              .as(as)
              .contains("The night of " + date + " was stopped; run it again to finish it.");
        }
        Site.Outcome finished = stopped.nightly(date);
        assertThat(finished.exitCode()).as("%s%n%s", as, finished.output()).isZero();
        assertThat(stopped.files()).as(as).isEqualTo(undisturbed.files());
      }
      assertThat(stopped.ask(Tables::of)).isEqualTo(undisturbed.ask(Tables::of));
    }
  }

  private static String lastStep(Site site, LocalDate date) {
    return Ledger.findLastStep(site, date).orElse("?");
  }

  @Test
  void breaksOffWhatTheDatabaseWouldStillDoForLong() throws Exception {
    try (Site site = new Site(folder, Site.Kind.OUTSIDE)) {
      site.fillInbox(PARTNERS, 1);
      assertThat(site.nightly(BEGIN).exitCode()).isZero();
      site.fillInbox(PARTNERS, 2);
      LocalDate date = BEGIN.plusDays(1);
      List<String> steps = Ledger.steps(site);
      try (Connection connection = site.findDatabase().orElseThrow().getConnection();
          Statement statement = connection.createStatement()) {
        // Whoever merges partners waits for us, and we for the end of the process.
        connection.setAutoCommit(false);
        statement.execute("LOCK TABLE partner IN ACCESS EXCLUSIVE MODE");
        try (RunningProcess process = site.startNightly(date)) {
          Ledger.awaitStep(site, date, "merge-partners", steps, process);
          Faults.pause(200);
          process.terminate();
          Site.Outcome ended = process.await();

          assertThat(ended.output())
              .contains("The night of " + date + " was stopped; run it again to finish it.");
        }
        assertThat(Ledger.attempts(site, date)).containsExactly("STOPPED");
        connection.rollback();
      }
      assertThat(site.nightly(date).exitCode()).isZero();
    }
  }
}
