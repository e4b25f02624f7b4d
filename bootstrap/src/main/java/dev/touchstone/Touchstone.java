package dev.touchstone;

import dev.touchstone.command.TouchstoneCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The product, from its command line. */
public final class Touchstone {

  private Touchstone() {}

  /** Runs one command and exits with its code: 0 done, 1 not done, 2 wrong usage. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(TouchstoneCommand.run(args, out, err));
  }
}
