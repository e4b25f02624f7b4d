package dev.touchstone.persistence.tier;

import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.KnownVersions;
import dev.touchstone.persistence.postgres.RecordTime;
import dev.touchstone.persistence.postgres.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dossiers read from the evidence tables; a stream takes a connection of its own. */
public final class JdbcDossiers implements Dossiers {

  private static final String FIRST_OF_PARTS =
      """
      SELECT min(partner_id)
      FROM (
        SELECT p.partner_id, ntile(:parts) OVER (ORDER BY p.partner_id) AS part
        FROM partner p
        WHERE {known p}
      ) parted
      GROUP BY part
      ORDER BY part
      """;

  private final DataSource dataSource;
  private final JdbcClient client;

  /** Dossiers from the database of the data source. */
  public JdbcDossiers(DataSource dataSource) {
    this.dataSource = dataSource;
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public List<PartnerRange> partition(int parts, Instant knownAt) {
    List<PartnerId> starts =
        client
            .sql(KnownVersions.fill(FIRST_OF_PARTS))
            .param("parts", parts)
            .param("knownAt", RecordTime.of(knownAt))
            .query((row, number) -> new PartnerId(row.getString(1)))
            .list();
    List<PartnerRange> ranges = new ArrayList<>(starts.size());
    for (int i = 0; i < starts.size(); i++) {
      ranges.add(new PartnerRange(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : null));
    }
    return List.copyOf(ranges);
  }

  @Override
  public DossierCursor open(PartnerRange range, @Nullable PartnerId after, Instant knownAt) {
    return open(KnownPartners.of(range, after, knownAt));
  }

  @Override
  public DossierCursor open(List<PartnerId> partners, Instant knownAt) {
    return open(KnownPartners.of(partners, knownAt));
  }

  /**
   * {@inheritDoc}
   *
   * <p>Within a transaction of the caller it takes no second connection: callers that hold locks
   * and wait for one could wait for each other.
   */
  @Override
  public Optional<PartnerEvidence> find(PartnerId partner, Instant knownAt) {
    KnownPartners known = KnownPartners.of(partner, knownAt);
    try (DossierCursor cursor =
        CallerTransaction.isActive() ? new SnapshotCursor(client, known) : open(known)) {
      return Optional.ofNullable(cursor.next());
    }
  }

  private DossierCursor open(KnownPartners known) {
    Snapshot snapshot = Snapshot.open(dataSource);
    try {
      return new SnapshotCursor(snapshot, known);
    } catch (RuntimeException e) {
      try (snapshot) {
        throw e;
      }
    }
  }
}
