package dev.touchstone.application.tier.port.out;

import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.PartnerEvidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The evidence on partners, as known at a moment. */
public interface Dossiers {

  /**
   * Divides all partners known at the moment into ranges of about equal size.
   *
   * @param parts how many at the most; fewer where there are fewer partners, none for no partner
   */
  List<PartnerRange> partition(int parts, Instant knownAt);

  /**
   * Opens a stream over a range in byte order of partner ids.
   *
   * @param after where to go on: partners up to and including this one are passed over; null to
   *     begin at the start
   */
  DossierCursor open(PartnerRange range, @Nullable PartnerId after, Instant knownAt);

  /** Opens a stream over these partners in byte order of their ids; unknown ones are left out. */
  DossierCursor open(List<PartnerId> partners, Instant knownAt);

  /** The evidence on one partner. */
  Optional<PartnerEvidence> find(PartnerId partner, Instant knownAt);

  /** A stream of evidence in constant memory; not for use by several threads. */
  interface DossierCursor extends AutoCloseable {

    /** The next partner's evidence, or null at the end. */
    @Nullable PartnerEvidence next();

    @Override
    void close();
  }
}
