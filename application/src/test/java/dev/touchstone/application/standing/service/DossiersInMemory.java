package dev.touchstone.application.standing.service;

import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.PartnerEvidence;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Evidence in memory, all of it known from one moment on. */
final class DossiersInMemory implements Dossiers {

  private final Instant recordedAt;
  private final List<PartnerEvidence> evidence;

  DossiersInMemory(Instant recordedAt, PartnerEvidence... evidence) {
    this.recordedAt = recordedAt;
    this.evidence =
        Stream.of(evidence).sorted(Comparator.comparing(of -> of.partner().id())).toList();
  }

  @Override
  public List<PartnerRange> partition(int parts, Instant knownAt) {
    return known(knownAt).isEmpty()
        ? List.of()
        : List.of(new PartnerRange(evidence.get(0).partner().id(), null));
  }

  @Override
  public DossierCursor open(PartnerRange range, @Nullable PartnerId after, Instant knownAt) {
    Iterator<PartnerEvidence> left = known(knownAt).iterator();
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

  private List<PartnerEvidence> known(Instant moment) {
    return moment.isBefore(recordedAt) ? List.of() : evidence;
  }
}
