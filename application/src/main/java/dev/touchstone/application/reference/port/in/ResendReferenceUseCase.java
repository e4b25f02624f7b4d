package dev.touchstone.application.reference.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.reference.ReferenceRequest;

/** Sends a customer the mail about a reference once more. */
public interface ResendReferenceUseCase {

  /**
   * Sends the mail that fits the state, with a fresh link: to sign while there is no answer, and
   * the earlier links are void once it is sent; the receipt once it is signed.
   */
  ResendReferenceResult resend(ResendReferenceCommand command);

  /**
   * What to send again.
   *
   * @param actor who asks for it
   * @param partner whose reference it is
   * @param reference the reference
   * @param version the version of the request that this is decided on
   */
  record ResendReferenceCommand(
      Actor actor, PartnerId partner, ReferenceId reference, long version) {}

  /** How it went. */
  sealed interface ResendReferenceResult {

    /** It is on its way. */
    record Resent(ReferenceRequest request) implements ResendReferenceResult {}

    /** The partner has no such request. */
    record NotFound() implements ResendReferenceResult {}

    /** The request has another version by now. */
    record Stale() implements ResendReferenceResult {}

    /** A rule forbids it. */
    record Refused(String reason) implements ResendReferenceResult {}

    /** The partner has caused as many mails today as it may. */
    record TooMany(String reason) implements ResendReferenceResult {}
  }
}
