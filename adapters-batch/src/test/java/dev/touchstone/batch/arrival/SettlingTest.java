package dev.touchstone.batch.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettlingTest {

  private static final Instant WRITTEN = Instant.parse("2010-11-15T12:00:00Z");

  private Instant now = Instant.parse("2010-11-16T12:00:00Z");
  private final Settling settling = new Settling("drop", Duration.ofSeconds(10), new Hand());

  @Test
  void namesAFileThatLooksTheSameForThePeriod() {
    Offered file = new Offered("partners/a.csv", 100, WRITTEN);
    assertThat(settling.listSettled(List.of(file))).as("however old it says it is").isEmpty();
    wait(9);
    assertThat(settling.listSettled(List.of(file))).isEmpty();
    wait(1);
    assertThat(settling.listSettled(List.of(file))).containsExactly(file);
    assertThat(settling.listSettled(List.of(file))).as("watched anew").isEmpty();
  }

  @Test
  void beginsAgainWithEachChange() {
    for (int second = 0; second < 60; second += 5) {
      Offered growing = new Offered("partners/a.csv", 100 + second, WRITTEN);
      assertThat(settling.listSettled(List.of(growing))).isEmpty();
      wait(5);
    }
    Offered rewritten = new Offered("partners/a.csv", 155, WRITTEN.plusSeconds(1));
    assertThat(settling.listSettled(List.of(rewritten))).as("same size, other time").isEmpty();
    wait(10);
    assertThat(settling.listSettled(List.of(rewritten))).containsExactly(rewritten);
  }

  @Test
  void forgetsAFileThatWentAway() {
    Offered file = new Offered("partners/a.csv", 100, WRITTEN);
    settling.listSettled(List.of(file));
    wait(10);
    settling.listSettled(List.of());
    assertThat(settling.listSettled(List.of(file))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "partners/a.csv.part",
        "partners/a.csv.tmp",
        "partners/a.csv.filepart",
        "partners/.a.csv",
        "surveys/alfa/~$a.xlsx",
        "partner/a.csv",
        "partners/a.xlsx",
        "partners/deep/a.csv",
        "surveys/a.xlsx",
        "a.csv"
      })
  void namesNoFileUnderWayOrOfNoKind(String path) {
    Offered file = new Offered(path, 100, WRITTEN);
    settling.listSettled(List.of(file));
    wait(10);
    assertThat(settling.listSettled(List.of(file))).isEmpty();
  }

  @Test
  void tellsVendorsByTheirFolders() {
    ArrivalPlace place = ArrivalPlace.find("surveys/alfa/Novembre.XLSX").orElseThrow();

    assertThat(place.vendor()).hasToString("alfa");
    assertThat(ArrivalPlace.find("references/r.csv").orElseThrow().vendor()).isNull();
  }

  private void wait(int seconds) {
    now = now.plusSeconds(seconds);
  }

  private final class Hand extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
