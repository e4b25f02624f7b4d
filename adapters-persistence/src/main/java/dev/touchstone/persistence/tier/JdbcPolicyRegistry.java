package dev.touchstone.persistence.tier;

import dev.touchstone.application.tier.LatestNight;
import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.application.tier.RegisteredPolicy;
import dev.touchstone.application.tier.port.out.PolicyRegistry;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.RecordTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The registry in {@code policy_version}. A turn is a transaction that holds the table's lock. */
public final class JdbcPolicyRegistry implements PolicyRegistry {

  /** Against itself and all writers; readers go on. */
  private static final String LOCK = "LOCK TABLE policy_version IN SHARE ROW EXCLUSIVE MODE";

  private static final String FIND_LATEST_NIGHT =
      """
      SELECT business_date, policy, policy_version FROM night
      ORDER BY business_date DESC, run DESC LIMIT 1
      """;

  private static final String ADD =
      """
      INSERT INTO policy_version (policy, version, effective_from, content, sha256, registered_at)
      VALUES (:policy, :version, :effectiveFrom, :content, :sha256, :registeredAt)
      """;

  private static final String RETIRE =
      """
      UPDATE policy_version SET retired_at = :retiredAt
      WHERE policy = :policy AND version = :version AND retired_at IS NULL
      """;

  private final JdbcClient client;
  private final PolicyRows rows;
  private final TransactionTemplate transaction;

  /** A registry in the database of the data source, whose transactions the manager runs. */
  public JdbcPolicyRegistry(DataSource dataSource, PlatformTransactionManager transactionManager) {
    this.client = JdbcClient.create(dataSource);
    this.rows = new PolicyRows(client);
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Override
  public <R> R inTurn(Supplier<R> act) {
    return transaction.execute(
        status -> {
          client.sql(LOCK).update();
          return act.get();
        });
  }

  @Override
  public List<RegisteredPolicy> list() {
    return rows.list();
  }

  @Override
  public Optional<LatestNight> findLatestNight() {
    return client
        .sql(FIND_LATEST_NIGHT)
        .query(
            (row, number) ->
                new LatestNight(
                    row.getObject("business_date", LocalDate.class),
                    new PolicyVersion(row.getString("policy"), row.getInt("policy_version"))))
        .optional();
  }

  @Override
  public void add(PolicyFile file, Instant registeredAt) {
    CallerTransaction.require();
    client
        .sql(ADD)
        .param("policy", file.policy().version().policy())
        .param("version", file.policy().version().version())
        .param("effectiveFrom", file.policy().effectiveFrom())
        .param("content", file.text())
        .param("sha256", PolicyRows.digest(file.text()))
        .param("registeredAt", RecordTime.of(registeredAt))
        .update();
  }

  @Override
  public void retire(PolicyVersion version, Instant retiredAt) {
    CallerTransaction.require();
    int retired =
        client
            .sql(RETIRE)
            .param("policy", version.policy())
            .param("version", version.version())
            .param("retiredAt", RecordTime.of(retiredAt))
            .update();
    if (retired != 1) {
      throw new IllegalArgumentException(version + " is unknown or retired already");
    }
  }
}
