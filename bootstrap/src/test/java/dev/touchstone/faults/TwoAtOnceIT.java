package dev.touchstone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two processes that start the same night at the same moment. */
class TwoAtOnceIT {

  private static final LocalDate BEGIN = LocalDate.of(2010, 11, 15);
  private static final int NIGHTS = Faults.times(1, 25);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Site.Kind.class)
  void oneRunsAndTheOtherSaysSo(Site.Kind kind) {
    try (Site contested = new Site(folder.resolve("contested"), kind);
        Site undisturbed = new Site(folder.resolve("undisturbed"), Site.Kind.OUTSIDE)) {
      for (int night = 0; night < NIGHTS; night++) {
        LocalDate date = BEGIN.plusDays(night);
        long seed = Faults.seed(night);
        String as = kind + ", " + date + ", seed " + seed;
        Site.fillInboxes(300, seed, contested, undisturbed);
        assertThat(undisturbed.nightly(date).exitCode()).as(as).isZero();

        Site.Outcome one;
        Site.Outcome other;
        try (RunningProcess first = contested.startNightly(date);
            RunningProcess second = contested.startNightly(date)) {
          one = first.await();
          other = second.await();
        }

        List<Site.Outcome> both = List.of(one, other);
        assertThat(both)
            .as(as)
            .filteredOn(outcome -> outcome.output().contains("Night of " + date + " complete"))
            .singleElement()
            .extracting(Site.Outcome::exitCode)
            .isEqualTo(0);
        assertThat(both)
            .as(as)
            .filteredOn(outcome -> !outcome.output().contains("Night of " + date + " complete"))
            .singleElement()
            .satisfies(TwoAtOnceIT::saysThatAnotherRunsIt);
        assertThat(Ledger.attempts(contested, date)).as(as).containsExactly("COMPLETED");
        assertThat(contested.files()).as(as).isEqualTo(undisturbed.files());
      }
      assertThat(contested.ask(Tables::of)).isEqualTo(undisturbed.ask(Tables::of));
    }
  }

  /** Or that another one has run it, if it came that late. */
  private static void saysThatAnotherRunsIt(Site.Outcome outcome) {
    if (outcome.exitCode() == 0) {
      assertThat(outcome.output()).contains("is complete; nothing to do");
    } else {
      assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(1);
      assertThat(outcome.output()).contains("Another process is running a night");
    }
  }
}
