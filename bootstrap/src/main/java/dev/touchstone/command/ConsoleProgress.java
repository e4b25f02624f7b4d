package dev.touchstone.command;

import dev.touchstone.batch.step.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

/** Shows how a night goes on: a bar for each step on a terminal, plain lines elsewhere. */
abstract class ConsoleProgress implements Progress, AutoCloseable {

  /** Bars where a person looks on, lines where the output goes to a file or a pipe. */
  static ConsoleProgress on(PrintWriter out) {
    return Ansi.AUTO.enabled() ? new Bars() : new Lines(out);
  }

  @Override
  public abstract void close();

  private static final class Lines extends ConsoleProgress {

    private final PrintWriter out;
    private final Map<String, AtomicLong> items = new ConcurrentHashMap<>();

    Lines(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void started(String step) {
      items.put(step, new AtomicLong());
    }

    @Override
    public void advanced(String step, long more) {
      items.computeIfAbsent(step, s -> new AtomicLong()).addAndGet(more);
    }

    @Override
    public void ended(String step, Duration elapsed) {
      AtomicLong count = items.remove(step);
      String done = count == null || count.get() == 0 ? "" : count + " items, ";
      out.println(
          String.format(Locale.ROOT, "%s: %s%.2f s", step, done, elapsed.toMillis() / 1000.0));
    }

    @Override
    public void close() {}
  }

  private static final class Bars extends ConsoleProgress {

    private final Map<String, ProgressBar> bars = new ConcurrentHashMap<>();

    @Override
    public void started(String step) {
      bars.put(
          step,
          new ProgressBarBuilder()
              .setTaskName(step)
              .setInitialMax(-1)
              .setStyle(ProgressBarStyle.ASCII)
              .hideEta()
              .build());
    }

    @Override
    public void advanced(String step, long items) {
      ProgressBar bar = bars.get(step);
      if (bar != null) {
        bar.stepBy(items);
      }
    }

    @Override
    public void ended(String step, Duration elapsed) {
      ProgressBar bar = bars.remove(step);
      if (bar != null) {
        bar.close();
      }
    }

    @Override
    public void close() {
      bars.values().forEach(ProgressBar::close);
      bars.clear();
    }
  }
}
