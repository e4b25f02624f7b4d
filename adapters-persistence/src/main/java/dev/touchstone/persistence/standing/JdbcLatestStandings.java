package dev.touchstone.persistence.standing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.touchstone.application.standing.NightStanding;
import dev.touchstone.application.standing.port.out.LatestStandings;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.time.NightId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Standings by statements that read the end of a primary key and no more; they may run a thousand
 * times a second.
 *
 * <p>Which night is the latest is asked each time, so that every server tells of a night from the
 * moment on at which it is complete. What a complete night left of a partner never changes and is
 * remembered for a minute.
 */
public final class JdbcLatestStandings implements LatestStandings {

  static final String LATEST_NIGHT =
      """
      SELECT business_date, run, policy, policy_version FROM night
      WHERE completed_at IS NOT NULL
      ORDER BY business_date DESC, run DESC
      LIMIT 1
      """;

  static final String STANDING_AFTER =
      """
      SELECT earned, held, legacy, at_risk_until, since FROM standing
      WHERE partner_id = :partner AND (business_date, run) <= (:date, :run)
      ORDER BY business_date DESC, run DESC
      LIMIT 1
      """;

  private static final int MOST = 10_000;
  private static final Duration MEMORY = Duration.ofMinutes(1);

  private record LatestNight(NightId night, PolicyVersion policy) {}

  private record Key(NightId night, PartnerId partner) {}

  private final JdbcClient client;

  /** Empty where the night knows no such partner. */
  private final Cache<Key, Optional<Standing>> standings =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MEMORY).build();

  /** Standings in the database of the data source. */
  public JdbcLatestStandings(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public Optional<NightStanding> find(PartnerId partner) {
    return client
        .sql(LATEST_NIGHT)
        .query(JdbcLatestStandings::toLatestNight)
        .optional()
        .map(latest -> find(latest, partner));
  }

  private NightStanding find(LatestNight latest, PartnerId partner) {
    Key key = new Key(latest.night(), partner);
    Optional<Standing> standing = standings.getIfPresent(key);
    if (standing == null) {
      // The memory locks while it loads, and others would wait for this connection.
      standing = findStanding(key);
      standings.put(key, standing);
    }
    return new NightStanding(latest.night(), latest.policy(), standing.orElse(null));
  }

  private Optional<Standing> findStanding(Key key) {
    return client
        .sql(STANDING_AFTER)
        .param("partner", key.partner().value())
        .param("date", key.night().businessDate())
        .param("run", key.night().run())
        .query((row, number) -> JdbcDecisions.toStanding(row))
        .optional();
  }

  private static LatestNight toLatestNight(ResultSet row, int number) throws SQLException {
    return new LatestNight(
        new NightId(row.getObject("business_date", LocalDate.class), row.getInt("run")),
        new PolicyVersion(row.getString("policy"), row.getInt("policy_version")));
  }
}
