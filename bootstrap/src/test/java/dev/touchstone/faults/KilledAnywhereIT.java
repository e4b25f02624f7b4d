package dev.touchstone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nights whose process is killed at a random moment each, and the same nights undisturbed: what the
 * next start makes of them is the same, and readers of the feed never notice.
 */
class KilledAnywhereIT {

  private static final LocalDate BEGIN = LocalDate.of(2010, 11, 15);
  private static final int PARTNERS = 300;
  private static final int WEEKS = Faults.times(2, 20);
  private static final int NIGHTS = Faults.times(2, 5);

  private static final Map<String, Integer> FALLEN = Disturbance.none();
  private static final TreeSet<String> STEPS = new TreeSet<>();

  @TempDir Path folder;

  static Stream<Arguments> weeks() {
    return IntStream.range(0, WEEKS)
        .mapToObj(
            week ->
                Arguments.of(
                    week % 2 == 0 ? Site.Kind.EMBEDDED : Site.Kind.OUTSIDE, Faults.seed(week)));
  }

  @ParameterizedTest
  @MethodSource("weeks")
  void endsAsIfNothingHadHappened(Site.Kind kind, long seed) {
    String as = kind + ", seed " + seed;
    try (Site killed = new Site(folder.resolve("killed"), kind);
        Site undisturbed = new Site(folder.resolve("undisturbed"), Site.Kind.OUTSIDE);
        FeedReader reader = new FeedReader(killed.feed())) {
      Site.fillInboxes(PARTNERS, seed, killed, undisturbed);
      complete(killed, BEGIN, as);
      complete(undisturbed, BEGIN, as);
      Disturbance moments = new Disturbance(undisturbed, FALLEN, Faults.random(seed));
      STEPS.addAll(moments.steps());

      for (int night = 1; night <= NIGHTS; night++) {
        LocalDate date = BEGIN.plusDays(night);
        Site.fillInboxes(PARTNERS, seed + 1_000L * night, killed, undisturbed);
        complete(undisturbed, date, as);

        String moment;
        try (RunningProcess process = killed.startNightly(date)) {
          moment = moments.await(killed, date, process);
          process.kill();
        }
        String where = as + ", " + date + ", killed in " + moments.note(killed, date);
        complete(killed, date, where + " (meant: " + moment + ")");

        assertThat(killed.files()).as(where).isEqualTo(undisturbed.files());
      }

      assertThat(killed.ask(Tables::of)).as(as).isEqualTo(undisturbed.ask(Tables::of));
      assertThat(reader.broken()).as(as).isEmpty();
      assertThat(reader.looks()).as(as).isPositive();
    }
  }

  private static void complete(Site site, LocalDate date, String as) {
    Site.Outcome outcome = site.nightly(date);
    assertThat(outcome.exitCode()).as("%s%n%s", as, outcome.output()).isZero();
  }

  @AfterAll
  static void tellWhereTheyFell() {
    System.out.println("Killed in: " + FALLEN);
    if (Faults.inFull()) {
      assertThat(FALLEN.keySet()).as("every step was hit").containsAll(STEPS);
    }
  }
}
