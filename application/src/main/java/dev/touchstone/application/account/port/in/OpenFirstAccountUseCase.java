package dev.touchstone.application.account.port.in;

import dev.touchstone.application.access.Actor;
import java.util.Optional;

/** Lets the first person in: there is no default password. */
public interface OpenFirstAccountUseCase {

  /** The name of the first account, a program manager's. */
  String NAME = "program";

  /**
   * Adds the first account, unless there is any.
   *
   * @param actor who starts the product
   * @return the password of the first account, which serves once; empty where there are accounts
   */
  Optional<String> open(Actor actor);
}
