package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.night.port.in.VerifyNightUseCase;
import dev.touchstone.application.night.port.in.VerifyNightUseCase.VerifyNightResult;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.recalculation.RecalculationScope;
import dev.touchstone.application.standing.port.in.GrantWaiverUseCase;
import dev.touchstone.application.standing.port.in.GrantWaiverUseCase.GrantWaiverCommand;
import dev.touchstone.application.standing.port.in.GrantWaiverUseCase.GrantWaiverResult;
import dev.touchstone.batch.night.NightLauncher;
import dev.touchstone.batch.night.NightLauncher.NightRequest;
import dev.touchstone.batch.night.NightRun;
import dev.touchstone.batch.sample.SampleDataGenerator;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.persistence.catalog.YamlCatalogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Nights on every day that decide only whom they must, and nights on every seventh day that decide
 * all, give equal standings on the common days, and verifying them finds no difference (domain.md,
 * Standing). Waivers are granted on the way. In the build it is a small program and a part of the
 * year; {@code -Dtouchstone.year.partners=25000 -Dtouchstone.year.days=365} makes it the whole one.
 */
class SimulatedYearIT {

  private static final int PARTNERS = Integer.getInteger("touchstone.year.partners", 150);
  private static final int DAYS = Integer.getInteger("touchstone.year.days", 28);
  private static final int WEEK = 7;
  private static final LocalDate START = SampleDataGenerator.BUSINESS_DATE;

  @TempDir Path folder;

  @Test
  void missedNightsChangeNothing() throws Exception {
    try (Program daily = new Program(folder.resolve("daily"), false);
        Program weekly = new Program(folder.resolve("weekly"), true)) {
      SampleDataGenerator sample =
          new SampleDataGenerator(YamlCatalogs.ofDefault().getCatalog(), 7);
      sample.generate(PARTNERS, daily.commands.inbox());
      CommandLineFixture.copy(daily.commands.inbox(), weekly.commands.inbox());
      int compared = 0;
      int changed = 0;
      Set<String> before = Set.of();
      for (int day = 0; day <= DAYS; day++) {
        LocalDate date = START.plusDays(day);
        boolean common = day % WEEK == 0;
        if (common && day > 0) {
          Path changes = folder.resolve("changes-" + date);
          WeekOfChanges.write(
              daily.commands.database().dataSource(), date, DAYS > 100 ? 40 : 6, changes);
          CommandLineFixture.copy(changes, daily.commands.inbox());
          CommandLineFixture.copy(changes, weekly.commands.inbox());
          List<String> partners = shortOfGold(daily.commands.output("decisions"));
          for (Program program : List.of(daily, weekly)) {
            program.waive(partners.get(day % partners.size()), date);
          }
        }
        daily.night(date);
        if (common) {
          weekly.night(date);
          List<String> standings = daily.commands.output("decisions");
          assertThat(weekly.commands.output("decisions")).as("%s", date).isEqualTo(standings);
          Set<String> now = new HashSet<>(standings);
          changed += sizeWithout(now, before);
          before = now;
          compared++;
        }
      }
      assertThat(compared).isEqualTo(DAYS / WEEK + 1);
      // All in the first night, few in all others.
      assertThat(daily.decidedAll).isEqualTo(1);
      assertThat(weekly.decidedAll).isEqualTo(compared);
      assertThat(daily.decidedAnew).isBetween(PARTNERS / 2L, PARTNERS * (long) DAYS / 2);
      assertThat(changed).as("lines changed").isGreaterThan(PARTNERS * 5 / 4);
      System.out.printf(
          "Simulated year: %d partners, %d days, %d common nights equal, %d lines changed on the"
              + " way%n",
          PARTNERS, DAYS, compared, changed);
      for (int day = 0; day <= DAYS; day += WEEK) {
        daily.verify(START.plusDays(day));
      }
      daily.verify(START.plusDays(DAYS - 1));
      weekly.verify(START.plusDays(DAYS / WEEK * WEEK));
    }
  }

  /** Partners that earn SILVER. */
  private static List<String> shortOfGold(List<String> decisions) {
    return decisions.stream()
        .map(line -> line.split(",", -1))
        .filter(values -> values[1].equals("SILVER"))
        .map(values -> values[0])
        .toList();
  }

  private static int sizeWithout(Set<String> lines, Set<String> others) {
    Set<String> left = new HashSet<>(lines);
    left.removeAll(others);
    return left.size();
  }

  /** One program with its database, inbox and feed. */
  private static final class Program implements AutoCloseable {

    private final CommandLineFixture commands;
    private final ConfigurableApplicationContext context;
    private final boolean full;
    private int decidedAll;
    private long decidedAnew;

    Program(Path folder, boolean full) throws Exception {
      this.full = full;
      commands = new CommandLineFixture(folder);
      Files.createDirectories(commands.inbox());
      context = new Application(commands.properties()).start();
    }

    void night(LocalDate date) {
      NightRun run =
          context
              .getBean(NightLauncher.class)
              .run(
                  new NightRequest(
                      date,
                      commands.inbox(),
                      commands.feed(),
                      false,
                      false,
                      true,
                      full,
                      OperatingSystemUser.actor()));
      assertThat(run).as("%s", date).isInstanceOf(NightRun.Completed.class);
      if (((NightRun.Completed) run).scope() instanceof RecalculationScope.Changed changed) {
        decidedAnew += changed.partners();
      } else {
        decidedAll++;
      }
    }

    void waive(String partner, LocalDate date) {
      GrantWaiverResult result =
          context
              .getBean(GrantWaiverUseCase.class)
              .grant(
                  new GrantWaiverCommand(
                      new WaiverTarget.OnePartner(new PartnerId(partner)),
                      new TierCriterion(new Tier("GOLD"), CriterionKind.SURVEY),
                      "An author",
                      "A reason",
                      date.plusDays(1),
                      date.plusDays(10),
                      OperatingSystemUser.actor()));
      assertThat(result).isInstanceOf(GrantWaiverResult.Granted.class);
    }

    void verify(LocalDate date) {
      VerifyNightResult result =
          context
              .getBean(VerifyNightUseCase.class)
              .verify(context.getBean(Nights.class).findLatestCompleteOn(date).orElseThrow());
      assertThat(result.partners()).isGreaterThan(PARTNERS * 9 / 10);
      assertThat(result.differences()).as("%s", date).isEmpty();
    }

    @Override
    public void close() {
      context.close();
      commands.close();
    }
  }
}
