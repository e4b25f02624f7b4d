package dev.touchstone.persistence.tier;

import dev.touchstone.application.tier.RegisteredPolicy;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.persistence.postgres.RecordTime;
import dev.touchstone.persistence.program.YamlFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code policy_version}, read each time they are asked for and parsed once. */
final class PolicyRows {

  private static final String LIST =
      "SELECT * FROM policy_version ORDER BY effective_from, registered_at, policy, version";

  private final JdbcClient client;

  /** By the digest of the text: equal texts say the same. */
  private final Map<String, TierPolicy> parsed = new ConcurrentHashMap<>();

  PolicyRows(JdbcClient client) {
    this.client = client;
  }

  /** All of them, retired ones included, in the order in which they take effect. */
  List<RegisteredPolicy> list() {
    return client.sql(LIST).query((row, number) -> toPolicy(row)).list();
  }

  /** The digest of a policy's text, in hexadecimal digits. */
  static String digest(String content) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private RegisteredPolicy toPolicy(ResultSet row) throws SQLException {
    PolicyVersion version = new PolicyVersion(row.getString("policy"), row.getInt("version"));
    String content = row.getString("content");
    TierPolicy policy =
        parsed.computeIfAbsent(row.getString("sha256"), sha256 -> parse(version, content, sha256));
    return new RegisteredPolicy(
        policy,
        content,
        Objects.requireNonNull(RecordTime.get(row, "registered_at")),
        RecordTime.get(row, "retired_at"));
  }

  private static TierPolicy parse(PolicyVersion version, String content, String sha256) {
    if (!digest(content).equals(sha256)) {
      throw new IllegalStateException(
          version + " in the database is not what was registered: its text has another digest");
    }
    return PolicyYaml.read(YamlFile.parse(version.toString(), content));
  }
}
