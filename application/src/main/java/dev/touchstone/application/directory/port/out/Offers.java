package dev.touchstone.application.directory.port.out;

import dev.touchstone.application.directory.KeptOffer;
import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.directory.OfferId;
import dev.touchstone.domain.partner.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The partners' offers. Like evidence their versions are never overwritten. */
public interface Offers {

  /** An id that no offer has, higher than all before. */
  OfferId nextId();

  /** A partner's offer as it is now, withdrawn or not. */
  Optional<KeptOffer> find(PartnerId partner, OfferId offer);

  /**
   * A partner's offers as they are now, withdrawn ones too, in order of ids.
   *
   * @param after the id after which to begin; null for the beginning
   * @param limit how many at most
   */
  List<KeptOffer> list(PartnerId partner, @Nullable OfferId after, int limit);

  /** How many offers of a partner are not withdrawn. */
  int countStanding(PartnerId partner);

  /**
   * Appends a version of an offer, within the caller's transaction; what was known of it before is
   * superseded at that moment.
   *
   * @param recordedAt from when on it is known
   * @param auditId the entry of the log that says who made it
   */
  KeptOffer record(
      PartnerId partner, Offer offer, boolean withdrawn, Instant recordedAt, long auditId);
}
