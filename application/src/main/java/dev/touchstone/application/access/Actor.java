package dev.touchstone.application.access;

/**
 * Who acts.
 *
 * @param name an account's name; of a customer who signs, the e-mail address the link went to
 * @param role in what capacity: a role, {@code CUSTOMER}, {@code COMMAND_LINE}, {@code SCHEDULE}
 *     (the server by itself), {@code PAGE} (signed in on it) or {@code PASSWORD} (who has one,
 *     before any sign-in)
 * @param address from where: a network address, or the host of a command or of a server
 */
public record Actor(String name, String role, String address) {}
