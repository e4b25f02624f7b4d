package dev.touchstone.persistence.tier;

import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.text.Text;
import dev.touchstone.persistence.postgres.KnownVersions;
import dev.touchstone.persistence.postgres.RecordTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which versions a dossier rests on: those of a range of partners, as known at a moment.
 *
 * @param from the first partner id
 * @param until the first partner id beyond; null for no end
 * @param knownAt the moment
 */
record KnownRange(String from, @Nullable String until, Instant knownAt) {

  /** The least character that text can have: an id with it appended is the next possible id. */
  private static final char LEAST = '\u0001';

  static KnownRange of(PartnerRange range, @Nullable PartnerId after, Instant knownAt) {
    String from = range.from().value();
    if (after != null && Text.BYTE_ORDER.compare(after.value(), from) >= 0) {
      from = next(after);
    }
    return new KnownRange(from, range.until() == null ? null : range.until().value(), knownAt);
  }

  static KnownRange of(PartnerId partner, Instant knownAt) {
    return new KnownRange(partner.value(), next(partner), knownAt);
  }

  private static String next(PartnerId partner) {
    return partner.value() + LEAST;
  }

  /**
   * A statement in which {@code {in x}} stands for the range of partners of alias {@code x} and
   * {@code {known x}} for its versions as known at the moment.
   */
  StatementSpec statement(JdbcClient client, String sql) {
    String partners =
        until == null
            ? "$1.partner_id >= :from"
            : "$1.partner_id >= :from AND $1.partner_id < :until";
    StatementSpec statement =
        client
            .sql(KnownVersions.fill(sql.replaceAll("\\{in (\\w)}", partners)))
            .param("from", from)
            .param("knownAt", RecordTime.of(knownAt));
    return until == null ? statement : statement.param("until", until);
  }
}
