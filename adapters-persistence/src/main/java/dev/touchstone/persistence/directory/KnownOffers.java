package dev.touchstone.persistence.directory;

import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.persistence.postgres.KnownVersions;
import dev.touchstone.persistence.postgres.Snapshot;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The offers known at a moment and not withdrawn by then, in order of partners: one side of a merge
 * join with the listings.
 */
final class KnownOffers implements AutoCloseable {

  private static final String KNOWN =
      """
      SELECT * FROM offer o
      WHERE {known o} AND NOT o.withdrawn
      """;

  private static final String IN_ORDER = "ORDER BY o.partner_id, o.offer_id";

  private static final String OF_ALL = KnownVersions.fill(KNOWN + IN_ORDER);

  private static final String OF_CHANGED =
      KnownVersions.fill(
          KNOWN + "AND o.partner_id IN (\n" + ChangedListings.PARTNERS + ")\n" + IN_ORDER);

  private final Stream<OfOnePartner> stream;
  private final Iterator<OfOnePartner> offers;
  private @Nullable OfOnePartner head;

  private KnownOffers(StatementSpec statement) {
    this.stream =
        statement
            .query(
                (row, number) ->
                    new OfOnePartner(
                        new PartnerId(row.getString("partner_id")), JdbcOffers.toOffer(row)))
            .stream();
    this.offers = stream.iterator();
    advance();
  }

  /** Those of all partners. */
  static KnownOffers ofAll(Snapshot snapshot, OffsetDateTime knownAt) {
    return new KnownOffers(snapshot.client().sql(OF_ALL).param("knownAt", knownAt));
  }

  /**
   * Those of the partners in {@link ChangedListings}.
   *
   * @param params sets its parameters
   */
  static KnownOffers ofChanged(Snapshot snapshot, UnaryOperator<StatementSpec> params) {
    return new KnownOffers(params.apply(snapshot.client().sql(OF_CHANGED)));
  }

  private record OfOnePartner(PartnerId partner, Offer offer) {}

  /** The offers of the partner, in order of ids; those of partners before it are passed over. */
  List<Offer> take(PartnerId partner) {
    List<Offer> own = new ArrayList<>();
    while (head != null && head.partner().compareTo(partner) <= 0) {
      if (head.partner().equals(partner)) {
        own.add(head.offer());
      }
      advance();
    }
    return own;
  }

  private void advance() {
    head = offers.hasNext() ? offers.next() : null;
  }

  @Override
  public void close() {
    stream.close();
  }
}
