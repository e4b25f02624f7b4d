package dev.touchstone.application.reference.port.out;

import dev.touchstone.domain.reference.LinkToken;

/** Makes the secrets of links. */
@FunctionalInterface
public interface LinkTokens {

  /** A token that nobody can guess: 256 random bits. */
  LinkToken next();
}
