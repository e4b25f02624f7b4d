package dev.touchstone.benchmark;

import dev.touchstone.benchmark.Turns.Medians;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link DecisionKernel} by JMH, each turn in a process of its own. */
final class KernelBenchmark {

  private static final String PRODUCT = "product";
  private static final String RULES = "rules";
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final double GOAL = 1.0 / 50;

  private long allocatedByProduct;
  private long allocatedByRules;

  private KernelBenchmark() {}

  static Figure run(Settings settings) throws Exception {
    return new KernelBenchmark().figure(settings);
  }

  private Figure figure(Settings settings) throws Exception {
    DecisionKernel kernel = new DecisionKernel();
    kernel.makePartnersUp();
    kernel.requireEqualResults();
    Medians medians =
        new Turns(settings.repeats(), this::measureProduct, this::measureRules)
            .withoutWarmUp()
            .run();
    return new Figure(
        String.format(
            "decision of one partner in memory, %,d random partners of each tier and of none",
            DecisionKernel.PARTNERS_OF_EACH),
        medians.of(PRODUCT),
        "the same policy as Drools rules, equal tiers and numbers",
        medians.of(RULES),
        GOAL,
        String.format(
            "%.0f times faster; %,d and %,d bytes allocated",
            (double) medians.of(RULES).toNanos() / medians.of(PRODUCT).toNanos(),
            allocatedByProduct,
            allocatedByRules));
  }

  private Map<String, Duration> measureProduct() throws RunnerException {
    RunResult run = measure(PRODUCT);
    allocatedByProduct = allocatedBy(run);
    return Map.of(PRODUCT, durationOf(run));
  }

  private Map<String, Duration> measureRules() throws RunnerException {
    RunResult run = measure(RULES);
    allocatedByRules = allocatedBy(run);
    return Map.of(RULES, durationOf(run));
  }

  private static RunResult measure(String method) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(DecisionKernel.class.getName() + "." + method + "$")
                    .forks(1)
                    .warmupIterations(15)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(1))
                    .addProfiler(GCProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .jvmArgsAppend("-Djmh.ignoreLock=true")
                    .build())
            .run();
    return results.iterator().next();
  }

  private static Duration durationOf(RunResult run) {
    return Duration.ofNanos(Math.round(run.getPrimaryResult().getScore()));
  }

  private static long allocatedBy(RunResult run) {
    return Math.round(
        Objects.requireNonNull(run.getSecondaryResults().get(ALLOCATED), ALLOCATED).getScore());
  }
}
