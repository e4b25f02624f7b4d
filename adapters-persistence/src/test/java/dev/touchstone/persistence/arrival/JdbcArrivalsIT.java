package dev.touchstone.persistence.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.arrival.Arrival;
import dev.touchstone.application.arrival.ArrivedFile;
import dev.touchstone.application.arrival.port.out.ArrivalLock.Held;
import dev.touchstone.application.arrival.port.out.ArrivalLock.Task;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.persistence.MigratedDatabase;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcArrivalsIT {

  private static final Instant WRITTEN = Instant.parse("2010-11-15T12:00:00Z");
  private static final String PATH = "surveys/alfa/a.xlsx";

  private final DataSource database = MigratedDatabase.empty();
  private final JdbcArrivals arrivals = new JdbcArrivals(database);

  @Test
  void tellsFilesByKindVendorAndContent() {
    Arrival first = arrivals.begin(file("alfa", "a"), "held", PATH);
    assertThat(arrivals.listUnended()).containsExactly(first);
    assertThat(arrivals.listTaken(file("alfa", "a"))).isEmpty();

    arrivals.end(first, Arrival.Outcome.TAKEN);
    assertThat(arrivals.listUnended()).isEmpty();
    assertThat(arrivals.listTaken(file("alfa", "a"))).containsExactly(first);
    assertThat(arrivals.listTaken(file("alfa", "b"))).isEmpty();
    assertThat(arrivals.listTaken(file("beta", "a"))).isEmpty();
  }

  @Test
  void letsNoContentBeMovedTwiceAtOnce() {
    Arrival first = arrivals.begin(file("alfa", "a"), "held", PATH);

    assertThatThrownBy(() -> arrivals.begin(file("alfa", "a"), "other", PATH))
        .isInstanceOf(DuplicateKeyException.class);
    arrivals.end(arrivals.begin(file("beta", "a"), "other", PATH), Arrival.Outcome.TAKEN);
    arrivals.end(first, Arrival.Outcome.ABANDONED);
    assertThat(arrivals.begin(file("alfa", "a"), "held", PATH).id()).isNotEqualTo(first.id());
  }

  @Test
  void knowsWhatIsStillAtItsSource() {
    Arrival first = arrivals.begin(file("alfa", "a"), "held", PATH);
    assertThat(isUncleared(WRITTEN, 9)).as("not taken yet").isFalse();
    arrivals.end(first, Arrival.Outcome.TAKEN);

    assertThat(isUncleared(WRITTEN, 9)).isTrue();
    assertThat(isUncleared(WRITTEN, 8)).isFalse();
    assertThat(isUncleared(WRITTEN.plusSeconds(1), 9)).isFalse();
    arrivals.clear("sftp://there/alfa");
    assertThat(isUncleared(WRITTEN, 9)).isFalse();
  }

  @Test
  void findsTheNightThatRegisteredAFile() {
    Arrival arrival = arrivals.begin(file("alfa", "a"), "held", PATH);
    register(15, "clock_timestamp() - interval '1 day'");
    assertThat(arrivals.isRegistered(arrival)).as("a night that was over").isFalse();

    register(16, "NULL");
    assertThat(arrivals.isRegistered(arrival)).isTrue();
  }

  @Test
  void theLockOfATaskIsHeldByOneAtATime() {
    AdvisoryArrivalLock lock = new AdvisoryArrivalLock(database);
    Held first = lock.tryAcquire(Task.TAKE).orElseThrow();

    assertThat(lock.tryAcquire(Task.TAKE)).isEmpty();
    lock.tryAcquire(Task.FETCH).orElseThrow().close();

    first.close();
    lock.tryAcquire(Task.TAKE).orElseThrow().close();
  }

  private boolean isUncleared(Instant modified, long bytes) {
    return arrivals.isUncleared("sftp://there/alfa", modified, bytes);
  }

  private void register(int day, String completedAt) {
    JdbcClient client = JdbcClient.create(database);
    client
        .sql(
            """
            INSERT INTO night (business_date, run, policy, policy_version, started_at, completed_at)
            VALUES (make_date(2010, 11, :day), 1, 'partner-network', 1, now(), %s)
            """
                .formatted(completedAt))
        .param("day", day)
        .update();
    client
        .sql(
            """
            INSERT INTO intake_file (business_date, run, kind, vendor, path, bytes, sha256, state)
            VALUES (make_date(2010, 11, :day), 1, 'SURVEYS', 'alfa', :path, 9, :sha256, 'MERGED')
            """)
        .param("day", day)
        .param("path", PATH)
        .param("sha256", "a".repeat(64))
        .update();
  }

  private static ArrivedFile file(String vendor, String digit) {
    return new ArrivedFile(
        EvidenceKind.SURVEYS,
        new SurveyVendor(vendor),
        "sftp://there/" + vendor,
        WRITTEN,
        9,
        digit.repeat(64));
  }
}
