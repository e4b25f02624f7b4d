package dev.touchstone.command;

import dev.touchstone.application.access.Actor;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who gives commands, for the audit log. */
final class OperatingSystemUser {

  private OperatingSystemUser() {}

  static Actor actor() {
    return new Actor(System.getProperty("user.name", "unknown"), "COMMAND_LINE", host());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
