package dev.touchstone.application.access;

/**
 * Who acts.
 *
 * @param name an account's name; of a customer who signs, the e-mail address the link went to
 * @param role in what capacity: a role, {@code CUSTOMER} or {@code COMMAND_LINE}
 * @param address from where: a network address, or the host of a command
 */
public record Actor(String name, String role, String address) {}
