package dev.touchstone.application.reference.port.out;

import dev.touchstone.application.reference.ListedReference;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.ReferenceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The references of a partner, as they are known now. */
public interface PartnerReferences {

  /**
   * References in byte order of their ids.
   *
   * @param after the id after which to begin; null to begin with the first
   * @param now tells which links have expired
   */
  List<ListedReference> list(
      PartnerId partner, @Nullable ReferenceId after, int limit, Instant now);

  /** One reference, if it is the partner's. */
  Optional<ListedReference> find(PartnerId partner, ReferenceId reference, Instant now);
}
