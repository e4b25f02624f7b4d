package dev.touchstone.application.reference.port.in;

import dev.touchstone.application.reference.ReferenceUse;
import dev.touchstone.domain.reference.LinkHash;
import dev.touchstone.domain.reference.Signature;
import dev.touchstone.domain.text.Language;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a customer what was signed and where it is used; looking changes nothing. */
public interface OpenReceiptUseCase {

  /** The receipt of a link; empty if no such link was ever made. */
  Optional<ReferenceReceipt> open(LinkHash link);

  /**
   * A receipt.
   *
   * @param signature what was signed, by whom and when
   * @param partner the partner's name
   * @param addressedIn the language in which the customer is addressed
   * @param withdrawnOn the day on which it was taken back; null while it stands
   * @param use where it is used; null where the partner was not decided since
   */
  record ReferenceReceipt(
      Signature signature,
      String partner,
      Language addressedIn,
      @Nullable LocalDate withdrawnOn,
      @Nullable ReferenceUse use) {}
}
