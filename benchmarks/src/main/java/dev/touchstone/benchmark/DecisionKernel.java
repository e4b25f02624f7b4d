package dev.touchstone.benchmark;

import dev.touchstone.benchmark.rules.Outcome;
import dev.touchstone.benchmark.rules.RuleDecider;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.fixture.RandomEvidence;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.TierDecider;
import dev.touchstone.domain.tier.TierDecision;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The decision of one partner, evidence in memory: by the product, and by rules. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionKernel {

  static final int PARTNERS_OF_EACH = 200;

  private static final long SEED = 2010;
  private static final LocalDate START = LocalDate.of(2010, 10, 30);
  private static final int DAYS = 365;

  private final LocalDate date = START.plusDays(DAYS / 2);
  private final Catalog catalog = CatalogFixtures.small();
  private final TierPolicy policy = Policies.y2010();
  private final TierDecider decider = new TierDecider(catalog);
  private final List<PartnerEvidence> evidence = new ArrayList<>();
  private final List<List<Object>> facts = new ArrayList<>();
  private final RuleDecider rules = RuleDecider.compile();
  private int next;

  /** Makes partners up, of whom few are GOLD, until there are enough of each tier and of none. */
  @Setup
  public void makePartnersUp() {
    RandomEvidence random = new RandomEvidence(new Random(SEED), catalog, START, DAYS);
    Map<String, Integer> found = new HashMap<>();
    int partners = PARTNERS_OF_EACH * (policy.tiers().size() + 1);
    while (evidence.size() < partners) {
      PartnerEvidence partner = random.next();
      String tier = String.valueOf(decider.earned(policy, partner, date));
      if (found.merge(tier, 1, Integer::sum) <= PARTNERS_OF_EACH) {
        evidence.add(partner);
        facts.add(RuleDecider.factsOf(partner, date, catalog));
      }
    }
    // They come in order of how rare their tiers are.
    Collections.shuffle(evidence, new Random(SEED));
    Collections.shuffle(facts, new Random(SEED));
  }

  /** The product: the whole decision, with findings, assignment and shortfall. */
  @Benchmark
  public TierDecision product() {
    return decider.decide(policy, evidence.get(nextPartner()), date);
  }

  /** The rules: tier and numbers alone. */
  @Benchmark
  public Outcome rules() {
    return rules.decide(facts.get(nextPartner()));
  }

  /**
   * Decides all partners both ways.
   *
   * @throws IllegalStateException where the results differ
   */
  void requireEqualResults() {
    for (int i = 0; i < evidence.size(); i++) {
      TierDecision decision = decider.decide(policy, evidence.get(i), date);
      if (!RuleDecider.agree(decision, rules.decide(facts.get(i)))) {
        throw new IllegalStateException(
            "Rules and product differ on partner " + i + " of seed " + SEED + ": " + decision);
      }
    }
  }

  private int nextPartner() {
    next = next + 1 == evidence.size() ? 0 : next + 1;
    return next;
  }
}
