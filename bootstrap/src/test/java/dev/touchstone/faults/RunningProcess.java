package dev.touchstone.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own, which can be killed, paused and told to stop. */
final class RunningProcess implements AutoCloseable {

  /** Nothing that is right takes so long. */
  private static final long MINUTES = 4;

  private final Process process;
  private final CompletableFuture<String> output;

  private RunningProcess(Process process) {
    this.process = process;
    this.output =
        CompletableFuture.supplyAsync(
            () -> {
              try (var in = process.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            task -> new Thread(task, "output of " + process.pid()).start());
  }

  static RunningProcess start(List<String> command) {
    try {
      return new RunningProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it as {@code kill -9} does, and waits until it is dead. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  void pause() {
    signal("STOP");
  }

  void goOn() {
    signal("CONT");
  }

  /** Tells it to stop, as a service manager does. */
  void terminate() {
    signal("TERM");
  }

  private void signal(String name) {
    try {
      int exitCode = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
      if (exitCode != 0 && process.isAlive()) {
        throw new IllegalStateException("kill -" + name + " ended " + exitCode);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits for its end. */
  Site.Outcome await() {
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError("The process did not end");
      }
      return new Site.Outcome(process.exitValue(), output.get(1, TimeUnit.MINUTES));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new AssertionError("The process left no output", e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
