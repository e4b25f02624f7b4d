package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.standing.port.in.TryPolicyUseCase;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase.TryPolicyQuery;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase.TryPolicyResult;
import dev.touchstone.batch.night.NightLauncher;
import dev.touchstone.batch.night.NightLauncher.NightRequest;
import dev.touchstone.batch.night.NightRun;
import dev.touchstone.batch.sample.SampleDataGenerator;
import dev.touchstone.batch.standing.RecalculationStepConfiguration;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.persistence.catalog.YamlCatalogs;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a trial of a policy costs beside the recalculation of the night, in one run. It asserts no
 * time; it prints both and their ratio.
 */
@EnabledIfSystemProperty(
    named = "touchstone.benchmark.partners",
    matches = "\\d+",
    disabledReason = "a benchmark: set -Dtouchstone.benchmark.partners=25000 to run it")
class WhatIfBenchmarkIT {

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
                      false));
      assertThat(night).isInstanceOf(NightRun.Completed.class);
      Duration recalculation =
          ((NightRun.Completed) night).steps().get(RecalculationStepConfiguration.RECALCULATE);

      TierPolicy policy =
          context
              .getBean(TierPolicies.class)
              .findInForceOn(SampleDataGenerator.BUSINESS_DATE)
              .orElseThrow();
      AtomicLong tried = new AtomicLong();
      long start = System.nanoTime();
      TryPolicyResult result =
          context
              .getBean(TryPolicyUseCase.class)
              .tryPolicy(
                  new TryPolicyQuery(
                      policy,
                      SampleDataGenerator.BUSINESS_DATE,
                      context.getBean(Clock.class).instant()),
                  partner -> tried.incrementAndGet());
      Duration trial = Duration.ofNanos(System.nanoTime() - start);
      assertThat(result).isInstanceOf(TryPolicyResult.Tried.class);
      System.out.printf(
          "What-if on %d partners: %.2f s, recalculation %.2f s, ratio %.2f%n",
          tried.get(),
          trial.toMillis() / 1000.0,
          recalculation.toMillis() / 1000.0,
          (double) trial.toMillis() / recalculation.toMillis());
    }
  }
}
