package dev.touchstone.command;

import dev.touchstone.application.access.Actor;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who runs a command, as the audit log names it. */
final class CommandLineActor {

  private static final String ROLE = "COMMAND_LINE";

  private CommandLineActor() {}

  /** The user of the operating system, on this host. */
  static Actor get() {
    return new Actor(System.getProperty("user.name", "unknown"), ROLE, host());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // The host has a name that it cannot resolve itself; it is this one all the same.
      return "localhost";
    }
  }
}
