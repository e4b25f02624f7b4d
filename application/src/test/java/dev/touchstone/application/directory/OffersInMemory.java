package dev.touchstone.application.directory;

import dev.touchstone.application.directory.port.out.Offers;
import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.directory.OfferId;
import dev.touchstone.domain.partner.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The latest versions of offers, in memory. */
public final class OffersInMemory implements Offers {

  private final Map<OfferId, KeptOffer> offers = new TreeMap<>();
  private long ids;
  private long versions;

  @Override
  public OfferId nextId() {
    return OfferId.ofNumber(++ids);
  }

  @Override
  public Optional<KeptOffer> find(PartnerId partner, OfferId offer) {
    return Optional.ofNullable(offers.get(offer)).filter(of -> of.partner().equals(partner));
  }

  @Override
  public List<KeptOffer> list(PartnerId partner, @Nullable OfferId after, int limit) {
    return offers.values().stream()
        .filter(of -> of.partner().equals(partner))
        .filter(of -> after == null || of.offer().id().compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public int countStanding(PartnerId partner) {
    return (int)
        offers.values().stream()
            .filter(of -> of.partner().equals(partner) && !of.withdrawn())
            .count();
  }

  @Override
  public KeptOffer record(
      PartnerId partner, Offer offer, boolean withdrawn, Instant recordedAt, long auditId) {
    KeptOffer kept = new KeptOffer(partner, offer, withdrawn, ++versions, recordedAt);
    offers.put(offer.id(), kept);
    return kept;
  }
}
