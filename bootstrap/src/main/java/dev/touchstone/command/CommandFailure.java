package dev.touchstone.command;

import dev.touchstone.application.program.ProgramFileException;
import dev.touchstone.batch.directory.FeedException;
import dev.touchstone.batch.step.FileTrouble;
import dev.touchstone.database.DatabaseUnavailableException;
import dev.touchstone.database.NewerDatabaseException;
import dev.touchstone.web.account.TokenKeyException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;

/** Why a command did not do what it was asked for, in one sentence. */
final class CommandFailure extends RuntimeException {

  static final int NOT_DONE = 1;
  static final int WRONG_USAGE = 2;

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandFailure(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  static CommandFailure wrongUsage(String sentence) {
    return new CommandFailure(WRONG_USAGE, sentence);
  }

  static CommandFailure notDone(String sentence) {
    return new CommandFailure(NOT_DONE, sentence);
  }

  /** Puts any failure into a sentence; the whole of it goes to the log. */
  static CommandFailure of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CommandFailure known) {
        return known;
      }
      if (cause instanceof ProgramFileException) {
        return wrongUsage(messageOf(cause));
      }
      if (cause instanceof TokenKeyException) {
        return wrongUsage(messageOf(cause) + ".");
      }
      if (cause instanceof PortInUseException taken) {
        return notDone(
            ("Port %d is taken on this machine: stop what uses it, or choose another one by --port for"
                    + " the API or --management.server.port for health and metrics.")
                .formatted(taken.getPort()));
      }
      if (cause instanceof OutOfMemoryError) {
        LoggerFactory.getLogger(CommandFailure.class).error("Command failed", failure);
        return notDone(
            "The memory was not enough (%s): give more by java -Xmx, and run the command again."
                .formatted(messageOf(cause)));
      }
      if (cause instanceof DatabaseUnavailableException
          || cause instanceof NewerDatabaseException
          || cause instanceof FeedException) {
        return notDone(messageOf(cause));
      }
    }
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
      if (root instanceof SQLException) {
        return notDone(
            "The database cannot be used: "
                + sentence(root)
                + " Check that it runs, and spring.datasource.url, username and password.");
      }
    }
    if (root instanceof FileSystemException file) {
      return notDone(FileTrouble.sentenceOf(file));
    }
    if (messageOf(root).contains("suitable driver class")) {
      return notDone(
          "The database cannot be used: spring.datasource.url must begin with jdbc:postgresql:");
    }
    LoggerFactory.getLogger(CommandFailure.class).error("Command failed", failure);
    String what = root instanceof IOException ? "A file cannot be used" : "An unforeseen failure";
    return notDone(
        what
            + ": "
            + root.getClass().getSimpleName()
            + ": "
            + firstLine(root)
            + " (details are in the log, touchstone.log of the data folder)");
  }

  int exitCode() {
    return exitCode;
  }

  /** What drivers and servers say does not always end as a sentence. */
  private static String sentence(Throwable failure) {
    String line = firstLine(failure);
    return line.endsWith(".") ? line : line + ".";
  }

  private static String firstLine(Throwable failure) {
    return messageOf(failure).lines().findFirst().orElse("").strip();
  }

  private static String messageOf(Throwable failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
