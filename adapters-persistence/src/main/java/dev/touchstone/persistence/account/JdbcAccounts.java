package dev.touchstone.persistence.account;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.account.Account;
import dev.touchstone.application.account.Account.OneTime;
import dev.touchstone.application.account.AccountName;
import dev.touchstone.application.account.port.out.Accounts;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Accounts in {@code account}. */
public final class JdbcAccounts implements Accounts {

  private static final String FIND = "SELECT * FROM account WHERE name = :name";

  private static final String LIST =
      "SELECT * FROM account WHERE name > :after ORDER BY name LIMIT :limit";

  private static final String ADD =
      """
      INSERT INTO account (name, role, partner_id, vendor, password_hash, one_time, disabled,
        created_at, version)
      VALUES (:name, :role, :partner, :vendor, :hash, :oneTime, :disabled, :createdAt, :version)
      ON CONFLICT (name) DO NOTHING
      """;

  private static final String REPLACE =
      """
      UPDATE account SET password_hash = :hash, one_time = :oneTime, disabled = :disabled,
        version = :version
      WHERE name = :name AND version = :version - 1
      """;

  private static final String USE_ONE_TIME_PASSWORD =
      """
      UPDATE account SET one_time = 'USED', version = version + 1
      WHERE name = :name AND one_time = 'UNUSED'
      """;

  private final JdbcClient client;

  /** Accounts in the database of the data source. */
  public JdbcAccounts(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public Optional<Account> find(AccountName name) {
    return client.sql(FIND).param("name", name.value()).query(JdbcAccounts::toAccount).optional();
  }

  @Override
  public List<Account> list(@Nullable String after, int limit) {
    return client
        .sql(LIST)
        .param("after", after == null ? "" : after)
        .param("limit", limit)
        .query(JdbcAccounts::toAccount)
        .list();
  }

  @Override
  public boolean isEmpty() {
    return !client.sql("SELECT EXISTS (SELECT FROM account)").query(Boolean.class).single();
  }

  @Override
  public boolean add(Account account) {
    return statement(ADD, account)
            .param("role", account.role().name())
            .param("partner", account.partnerId())
            .param("vendor", account.vendor())
            .param("createdAt", RecordTime.of(account.createdAt()))
            .update()
        == 1;
  }

  @Override
  public boolean replace(Account account) {
    return statement(REPLACE, account).update() == 1;
  }

  private StatementSpec statement(String sql, Account account) {
    return client
        .sql(sql)
        .param("name", account.name().value())
        .param("hash", account.passwordHash())
        .param("oneTime", account.oneTime().name())
        .param("disabled", account.disabled())
        .param("version", account.version());
  }

  @Override
  public boolean useOneTimePassword(AccountName name) {
    return client.sql(USE_ONE_TIME_PASSWORD).param("name", name.value()).update() == 1;
  }

  private static Account toAccount(ResultSet row, int rowNumber) throws SQLException {
    return new Account(
        new AccountName(row.getString("name")),
        Role.valueOf(row.getString("role")),
        row.getString("partner_id"),
        row.getString("vendor"),
        row.getString("password_hash"),
        OneTime.valueOf(row.getString("one_time")),
        row.getBoolean("disabled"),
        Objects.requireNonNull(RecordTime.get(row, "created_at")),
        row.getLong("version"));
  }
}
