package dev.touchstone.domain.reference;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How far a request for a reference has come. What may happen next stands with the state: an open
 * one is signed or declined, a signed one withdrawn, and there is no way back.
 */
public sealed interface RequestState {

  /**
   * The customer has not answered.
   *
   * @param expiresAt from when on the latest link is no longer taken
   */
  record Open(Instant expiresAt) implements RequestState {

    /** Whether the link is taken no more. */
    public boolean isExpiredAt(Instant moment) {
      return !moment.isBefore(expiresAt);
    }

    /** The customer signs. */
    public Signed sign(Signature signature) {
      if (isExpiredAt(signature.at())) {
        throw new IllegalArgumentException("Expired at " + expiresAt);
      }
      return new Signed(signature);
    }

    /** The customer declines. */
    public Declined decline(Instant at, LocalDate on) {
      return new Declined(at, on);
    }
  }

  /** The customer has signed. */
  record Signed(Signature signature) implements RequestState {

    /** The customer takes the signature back. */
    public Withdrawn withdraw(Instant at, LocalDate on) {
      return new Withdrawn(signature, at, on);
    }
  }

  /**
   * The customer will not sign.
   *
   * @param at when the customer said so
   * @param on the day
   */
  record Declined(Instant at, LocalDate on) implements RequestState {}

  /**
   * The customer has taken the signature back.
   *
   * @param signature what was signed before
   * @param at when it was taken back
   * @param on the first day on which the reference no longer counts
   */
  record Withdrawn(Signature signature, Instant at, LocalDate on) implements RequestState {}
}
