package dev.touchstone.benchmark.rules;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.tier.EvidenceNumbers;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.TierDecision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/** Decides by the rules: one base, and a session for each partner, as services with Drools do. */
public final class RuleDecider {

  private static final String RULES = "policy-2010.drl";
  private static final Period WINDOW = Period.ofMonths(12);

  private final KieBase base;

  private RuleDecider(KieBase base) {
    this.base = base;
  }

  /** Compiles the rules. */
  public static RuleDecider compile() {
    KieServices services = KieServices.Factory.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write("src/main/resources/dev/touchstone/benchmark/rules/" + RULES, readRules());
    KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException("The rules do not compile: " + builder.getResults());
    }
    return new RuleDecider(
        services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase());
  }

  private static String readRules() {
    try (InputStream rules =
        Objects.requireNonNull(RuleDecider.class.getResourceAsStream(RULES), RULES)) {
      return new String(rules.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The facts on a partner, made before anything is measured. */
  public static List<Object> factsOf(PartnerEvidence evidence, LocalDate date, Catalog catalog) {
    return Facts.of(evidence, date, WINDOW, catalog);
  }

  /** The decision on the facts. */
  public Outcome decide(List<Object> facts) {
    Outcome outcome = new Outcome();
    KieSession session = base.newKieSession();
    try {
      session.setGlobal("outcome", outcome);
      for (Object fact : facts) {
        session.insert(fact);
      }
      session.fireAllRules();
      return outcome;
    } finally {
      session.dispose();
    }
  }

  /** Whether the rules have found the tier and the numbers that the product has. */
  public static boolean agree(TierDecision decision, Outcome outcome) {
    EvidenceNumbers found =
        new EvidenceNumbers(
            outcome.staff().getPeople(),
            outcome.staff().getCovered(),
            outcome.references().getCounted(),
            outcome.survey().getCounted(),
            outcome.survey().getSum());
    String earned = decision.earned() == null ? null : decision.earned().name();
    return Objects.equals(earned, outcome.tier()) && decision.numbers().equals(found);
  }
}
