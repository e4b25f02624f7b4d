package dev.touchstone.application.reference.port.in;

import dev.touchstone.application.reference.port.in.OpenSigningLinkUseCase.SigningLink;
import dev.touchstone.domain.reference.LinkHash;

/** Declines to sign a statement. */
public interface DeclineReferenceUseCase {

  /** Declines, if the link can be used. */
  DeclineReferenceResult decline(DeclineReferenceCommand command);

  /**
   * A customer's will.
   *
   * @param link the link followed
   * @param address from what network address
   */
  record DeclineReferenceCommand(LinkHash link, String address) {}

  /** How it went. */
  sealed interface DeclineReferenceResult {

    /** It is declined. */
    record Declined() implements DeclineReferenceResult {}

    /**
     * The link cannot be used.
     *
     * @param link why
     */
    record NotDeclined(SigningLink link) implements DeclineReferenceResult {}
  }
}
