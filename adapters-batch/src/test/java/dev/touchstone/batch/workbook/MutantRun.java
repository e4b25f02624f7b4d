package dev.touchstone.batch.workbook;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.touchstone.batch.workbook.WorkbookMutator.Mutant;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Tries mutants one after the other, in a process of its own whose heap is small: {@code FOLDER
 * FIRST_SEED COUNT}. Prints a line for each that ended wrongly, and in the end how many ended how.
 */
final class MutantRun {

  /** Guards against hanging only: a busy machine takes its time. */
  private static final long SECONDS_PER_MUTANT = 60;

  private MutantRun() {}

  public static void main(String[] args) throws Exception {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    Path folder = Path.of(args[0]);
    long first = Long.parseLong(args[1]);
    long count = Long.parseLong(args[2]);
    WorkbookMutator mutator =
        new WorkbookMutator(
            OriginalWorkbooks.all(Files.createDirectories(folder.resolve("originals"))));
    MutantTrial trial = new MutantTrial(folder);
    Map<String, Integer> endings = new TreeMap<>();
    ScheduledExecutorService watchdog =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "watchdog");
              thread.setDaemon(true);
              return thread;
            });
    Thread worker = Thread.currentThread();
    for (long seed = first; seed < first + count; seed++) {
      Mutant mutant = mutator.mutate(seed);
      Future<?> bark =
          watchdog.schedule(() -> hang(mutant, worker), SECONDS_PER_MUTANT, TimeUnit.SECONDS);
      String ending;
      try {
        ending = trial.run(mutant);
      } catch (Exception | Error e) {
        ending = "WRONG";
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        System.out.println(mutant + "\n" + trace.toString().lines().limit(40).toList());
      }
      bark.cancel(false);
      endings.merge(ending, 1, Integer::sum);
    }
    System.out.println("Endings: " + endings);
  }

  private static void hang(Mutant mutant, Thread worker) {
    System.out.println(mutant + " takes more than " + SECONDS_PER_MUTANT + " seconds:");
    for (StackTraceElement element : worker.getStackTrace()) {
      System.out.println("\tat " + element);
    }
    System.out.flush();
    Runtime.getRuntime().halt(1);
  }
}
