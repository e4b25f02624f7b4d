package dev.touchstone.application.night;

import dev.touchstone.application.access.Actor;
import java.time.LocalDate;

/**
 * A wish for a night.
 *
 * @param businessDate its date
 * @param again whether a complete night is to be run once more
 * @param confirm whether a person says that it may be published whatever it demotes
 * @param full whether all partners are to be decided, also those of whom nothing can have changed
 * @param actor whose wish it is
 */
public record NightOrder(
    LocalDate businessDate, boolean again, boolean confirm, boolean full, Actor actor) {}
