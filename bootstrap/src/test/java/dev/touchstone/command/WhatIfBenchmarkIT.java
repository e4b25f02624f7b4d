package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.standing.port.in.TryPolicyUseCase;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase.TryPolicyQuery;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase.TryPolicyResult;
import dev.touchstone.application.tier.port.out.PolicyFiles;
import dev.touchstone.batch.night.NightLauncher;
import dev.touchstone.batch.night.NightLauncher.NightRequest;
import dev.touchstone.batch.night.NightRun;
import dev.touchstone.batch.recalculation.RecalculationStepConfiguration;
import dev.touchstone.batch.sample.SampleDataGenerator;
import dev.touchstone.persistence.catalog.YamlCatalogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a trial of a policy costs beside the recalculation of the night, in one run: once where it
 * moves nobody, once where it finds reasons for many. It asserts no time; it prints both and their
 * ratio.
 */
@EnabledIfSystemProperty(
    named = "touchstone.benchmark.partners",
    matches = "\\d+",
    disabledReason = "a benchmark: set -Dtouchstone.benchmark.partners=25000 to run it")
class WhatIfBenchmarkIT {

  private static final UnaryOperator<String> SAME = text -> text;

  /** Stricter for some, laxer for others, so that reasons are found for both. */
  private static final UnaryOperator<String> MOVING =
      text ->
          text.replace("references: {atLeast: 3", "references: {atLeast: 1")
              .replace("toolkits: {atLeast: 1", "toolkits: {atLeast: 2")
              .replace("meanAtLeast: 7.0", "meanAtLeast: 8.5");

  @TempDir Path folder;

  @Test
  void triesAPolicyBesideARecalculation() throws Exception {
    int partners = Integer.getInteger("touchstone.benchmark.partners");
    try (CommandLineFixture commands = new CommandLineFixture(folder);
        ConfigurableApplicationContext context = new Application(commands.properties()).start()) {
      new SampleDataGenerator(YamlCatalogs.ofDefault().getCatalog(), 1)
          .generate(partners, commands.inbox());
      NightRun night =
          context
              .getBean(NightLauncher.class)
              .run(
                  new NightRequest(
                      SampleDataGenerator.BUSINESS_DATE,
                      commands.inbox(),
                      commands.feed(),
                      false,
                      false,
                      false,
                      false,
                      OperatingSystemUser.actor()));
      assertThat(night).isInstanceOf(NightRun.Completed.class);
      Duration recalculation =
          ((NightRun.Completed) night).steps().get(RecalculationStepConfiguration.RECALCULATE);

      tryBesideRecalculation(context, "the policy in force", SAME, recalculation);
      tryBesideRecalculation(context, "one that moves partners", MOVING, recalculation);
    }
  }

  private void tryBesideRecalculation(
      ConfigurableApplicationContext context,
      String what,
      UnaryOperator<String> change,
      Duration recalculation)
      throws IOException {
    PolicyFiles files = context.getBean(PolicyFiles.class);
    String text = change.apply(files.readDefault().text());
    Path candidate = Files.writeString(folder.resolve("candidate.yaml"), text);
    AtomicLong partners = new AtomicLong();
    AtomicLong moved = new AtomicLong();
    long start = System.nanoTime();
    TryPolicyResult result =
        context
            .getBean(TryPolicyUseCase.class)
            .tryPolicy(
                new TryPolicyQuery(
                    files.read(candidate),
                    SampleDataGenerator.BUSINESS_DATE,
                    context.getBean(Clock.class).instant()),
                partner -> {
                  partners.incrementAndGet();
                  moved.addAndGet(partner.reason().isEmpty() ? 0 : 1);
                });
    Duration trial = Duration.ofNanos(System.nanoTime() - start);
    assertThat(result).isInstanceOf(TryPolicyResult.Tried.class);
    assertThat(moved.get() > 0).isEqualTo(change == MOVING);
    System.out.printf(
        "What-if of %s on %d partners, %d of them moved: %.2f s, recalculation %.2f s,"
            + " ratio %.2f%n",
        what,
        partners.get(),
        moved.get(),
        trial.toMillis() / 1000.0,
        recalculation.toMillis() / 1000.0,
        (double) trial.toMillis() / recalculation.toMillis());
  }
}
