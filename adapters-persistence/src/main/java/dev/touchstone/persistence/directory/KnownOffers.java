package dev.touchstone.persistence.directory;

import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.persistence.postgres.KnownVersions;
import dev.touchstone.persistence.postgres.Snapshot;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The offers known at a moment and not withdrawn by then, in order of partners: one side of a merge
 * join with the listings.
 */
final class KnownOffers implements AutoCloseable {

  private static final String FOR_EACH =
      KnownVersions.fill(
          """
          SELECT * FROM offer o
          WHERE {known o} AND NOT o.withdrawn
          ORDER BY o.partner_id, o.offer_id
          """);

  private final Stream<OfOnePartner> stream;
  private final Iterator<OfOnePartner> offers;
  private @Nullable OfOnePartner head;

  KnownOffers(Snapshot snapshot, OffsetDateTime knownAt) {
    this.stream =
        snapshot
            .client()
            .sql(FOR_EACH)
            .param("knownAt", knownAt)
            .query(
                (row, number) ->
                    new OfOnePartner(
                        new PartnerId(row.getString("partner_id")), JdbcOffers.toOffer(row)))
            .stream();
    this.offers = stream.iterator();
    advance();
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
