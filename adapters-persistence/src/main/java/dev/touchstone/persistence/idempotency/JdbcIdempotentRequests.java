package dev.touchstone.persistence.idempotency;

import dev.touchstone.application.idempotency.StoredAnswer;
import dev.touchstone.application.idempotency.port.out.IdempotentRequests;
import dev.touchstone.persistence.postgres.CallerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests in {@code idempotent_request}; those older than a day are forgotten. */
public final class JdbcIdempotentRequests implements IdempotentRequests {

  private static final String FORGET =
      """
      DELETE FROM idempotent_request
      WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM idempotent_request
        WHERE received_at < now() - interval '1 day'
        ORDER BY received_at
        LIMIT 100
        FOR UPDATE SKIP LOCKED
      ))
      """;

  private static final String CLAIM =
      """
      INSERT INTO idempotent_request (account, key, request, received_at)
      VALUES (:account, :key, :request, now())
      ON CONFLICT (account, key) DO NOTHING
      """;

  private static final String GET =
      "SELECT * FROM idempotent_request WHERE account = :account AND key = :key";

  private static final String ANSWER =
      """
      UPDATE idempotent_request SET status = :status, headers = :headers, body = :body
      WHERE account = :account AND key = :key
      """;

  private final JdbcClient client;

  /** Requests in the database of the data source. */
  public JdbcIdempotentRequests(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public Claim claim(String account, String key, String request) {
    CallerTransaction.require();
    client.sql(FORGET).update();
    boolean fresh =
        client
                .sql(CLAIM)
                .param("account", account)
                .param("key", key)
                .param("request", request)
                .update()
            == 1;
    return fresh
        ? new Claim.Fresh()
        : client
            .sql(GET)
            .param("account", account)
            .param("key", key)
            .query((row, number) -> earlier(row, request))
            .single();
  }

  private static Claim earlier(ResultSet row, String request) throws SQLException {
    if (!row.getString("request").equals(request)) {
      return new Claim.UsedOtherwise();
    }
    Map<String, String> headers = new TreeMap<>();
    row.getString("headers")
        .lines()
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              headers.put(line.substring(0, colon), line.substring(colon + 1));
            });
    return new Claim.Answered(
        new StoredAnswer(row.getInt("status"), headers, row.getString("body")));
  }

  @Override
  public void answer(String account, String key, StoredAnswer answer) {
    CallerTransaction.require();
    client
        .sql(ANSWER)
        .param("account", account)
        .param("key", key)
        .param("status", answer.status())
        .param(
            "headers",
            new TreeMap<>(answer.headers())
                .entrySet().stream()
                    .map(header -> header.getKey() + ":" + header.getValue())
                    .collect(Collectors.joining("\n")))
        .param("body", answer.body())
        .update();
  }
}
