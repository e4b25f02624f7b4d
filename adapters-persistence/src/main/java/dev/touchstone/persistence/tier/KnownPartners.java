package dev.touchstone.persistence.tier;

import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.text.Text;
import dev.touchstone.persistence.postgres.KnownVersions;
import dev.touchstone.persistence.postgres.RecordTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which versions dossiers rest on: those of some partners, as known at a moment.
 *
 * @param condition on the partner of alias {@code $1}
 * @param parameters that the condition names
 * @param knownAt the moment
 */
record KnownPartners(String condition, Map<String, Object> parameters, Instant knownAt) {

  /** Seven streams are read side by side, and a partner takes few rows of each. */
  private static final int FETCH_SIZE = 2000;

  /** The least character that text can have: an id with it appended is the next possible id. */
  private static final char LEAST = '\u0001';

  /** Those of a range, after one of them if that is given. */
  static KnownPartners of(PartnerRange range, @Nullable PartnerId after, Instant knownAt) {
    String from = range.from().value();
    if (after != null && Text.BYTE_ORDER.compare(after.value(), from) >= 0) {
      from = next(after);
    }
    return between(from, range.until() == null ? null : range.until().value(), knownAt);
  }

  /** One partner. */
  static KnownPartners of(PartnerId partner, Instant knownAt) {
    return between(partner.value(), next(partner), knownAt);
  }

  /** These partners. */
  static KnownPartners of(List<PartnerId> partners, Instant knownAt) {
    return new KnownPartners(
        "$1.partner_id = ANY (:partners)",
        Map.of("partners", partners.stream().map(PartnerId::value).toArray(String[]::new)),
        knownAt);
  }

  private static KnownPartners between(String from, @Nullable String until, Instant knownAt) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("from", from);
    if (until == null) {
      return new KnownPartners("$1.partner_id >= :from", parameters, knownAt);
    }
    parameters.put("until", until);
    return new KnownPartners(
        "$1.partner_id >= :from AND $1.partner_id < :until", parameters, knownAt);
  }

  private static String next(PartnerId partner) {
    return partner.value() + LEAST;
  }

  /**
   * A statement in which {@code {in x}} stands for the partners of alias {@code x} and {@code
   * {known x}} for its versions as known at the moment.
   */
  StatementSpec statement(JdbcClient client, String sql) {
    return client
        .sql(KnownVersions.fill(sql.replaceAll("\\{in (\\w)}", condition)))
        .withFetchSize(FETCH_SIZE)
        .params(parameters)
        .param("knownAt", RecordTime.of(knownAt));
  }
}
