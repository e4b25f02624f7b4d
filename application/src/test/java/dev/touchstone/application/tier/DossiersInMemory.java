package dev.touchstone.application.tier;

import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.PartnerEvidence;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Evidence in memory, all of it known from one moment on. */
public final class DossiersInMemory implements Dossiers {

  private final Instant recordedAt;
  private final List<PartnerEvidence> evidence;

  public DossiersInMemory(Instant recordedAt, PartnerEvidence... evidence) {
    this.recordedAt = recordedAt;
    this.evidence =
        Stream.of(evidence).sorted(Comparator.comparing(of -> of.partner().id())).toList();
  }

  @Override
  public List<PartnerRange> partition(int parts, Instant knownAt) {
    List<PartnerEvidence> known = known(knownAt);
    int ranges = Math.min(parts, known.size());
    return IntStream.range(0, ranges)
        .mapToObj(
            i ->
                new PartnerRange(
                    firstOf(known, i, ranges),
                    i + 1 < ranges ? firstOf(known, i + 1, ranges) : null))
        .toList();
  }

  @Override
  public DossierCursor open(PartnerRange range, @Nullable PartnerId after, Instant knownAt) {
    return open(known(knownAt).stream().filter(of -> isIn(range, of.partner().id())).iterator());
  }

  @Override
  public DossierCursor open(List<PartnerId> partners, Instant knownAt) {
    return open(
        known(knownAt).stream().filter(of -> partners.contains(of.partner().id())).iterator());
  }

  private static DossierCursor open(Iterator<PartnerEvidence> left) {
    return new DossierCursor() {
      @Override
      public @Nullable PartnerEvidence next() {
        return left.hasNext() ? left.next() : null;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Optional<PartnerEvidence> find(PartnerId partner, Instant knownAt) {
    return known(knownAt).stream().filter(of -> of.partner().id().equals(partner)).findFirst();
  }

  private static PartnerId firstOf(List<PartnerEvidence> known, int range, int ranges) {
    return known.get(known.size() * range / ranges).partner().id();
  }

  private static boolean isIn(PartnerRange range, PartnerId id) {
    return id.compareTo(range.from()) >= 0
        && (range.until() == null || id.compareTo(range.until()) < 0);
  }

  private List<PartnerEvidence> known(Instant moment) {
    return moment.isBefore(recordedAt) ? List.of() : evidence;
  }
}
