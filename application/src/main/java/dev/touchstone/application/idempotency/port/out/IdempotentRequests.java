package dev.touchstone.application.idempotency.port.out;

import dev.touchstone.application.idempotency.StoredAnswer;

/** The requests that came with a key, and what they were answered. */
public interface IdempotentRequests {

  /**
   * Claims a key of an account, within the transaction that carries the request out. While another
   * transaction holds the same key, it waits for its end.
   *
   * @param account whose key
   * @param key the key
   * @param request a digest of the request
   */
  Claim claim(String account, String key, String request);

  /** Keeps the answer of a request that was claimed in this transaction. */
  void answer(String account, String key, StoredAnswer answer);

  /** What became of a claim. */
  sealed interface Claim {

    /** Nobody had the key: carry the request out. */
    record Fresh() implements Claim {}

    /** The same request was answered before. */
    record Answered(StoredAnswer answer) implements Claim {}

    /** The key was used for another request. */
    record UsedOtherwise() implements Claim {}
  }
}
