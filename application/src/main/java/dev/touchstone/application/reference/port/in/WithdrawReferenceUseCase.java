package dev.touchstone.application.reference.port.in;

import dev.touchstone.domain.reference.LinkHash;

/** Takes a signature back. */
public interface WithdrawReferenceUseCase {

  /** Withdraws: from today on the reference does not count. */
  WithdrawReferenceResult withdraw(WithdrawReferenceCommand command);

  /**
   * A customer's will.
   *
   * @param link the receipt's link
   * @param address from what network address
   */
  record WithdrawReferenceCommand(LinkHash link, String address) {}

  /** How it went. */
  enum WithdrawReferenceResult {
    /** It is taken back. */
    WITHDRAWN,
    /** It was taken back before. */
    ALREADY_WITHDRAWN,
    /** No such link was ever made. */
    UNKNOWN
  }
}
