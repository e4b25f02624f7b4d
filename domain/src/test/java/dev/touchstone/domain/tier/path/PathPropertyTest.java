package dev.touchstone.domain.tier.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.Specialization;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.catalog.SpecializationKind;
import dev.touchstone.domain.certification.PersonAtPartner;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.PartnerBuilder;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.fixture.RandomEvidence;
import dev.touchstone.domain.fixture.RandomPolicy;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.Dossier;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierDecider;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Paths against brute force, on seeded random partners. */
class PathPropertyTest {

  private static final LocalDate DATE = LocalDate.of(2011, 6, 1);
  private static final int LARGEST_TRIED = 4;

  private int reached;
  private int outOfReach;
  private int sizes;
  private int certain;

  @Test
  void reachesTheNextTierStepByStepAndNoSmallerSetDoes() {
    for (long seed = 0; seed < 1500; seed++) {
      Random random = new Random(seed);
      Catalog catalog = CatalogFixtures.random(random, 4);
      TierPolicy policy = new RandomPolicy(random).next(1, DATE.minusYears(1));
      check(seed, catalog, policy, random, LARGEST_TRIED);
    }
    assertThat(reached).isGreaterThan(800);
    assertThat(sizes).isGreaterThan(2000);
    assertThat(certain).isGreaterThan(600);
  }

  @Test
  void doesSoUnderTheDefaultPolicy() {
    Catalog catalog = CatalogFixtures.small();
    for (long seed = 0; seed < 200; seed++) {
      check(seed, catalog, Policies.y2010(), new Random(seed), 3);
    }
    assertThat(reached).isGreaterThan(100);
  }

  /** Nothing is asserted of the time; without bounds this would not end. */
  @Test
  void endsForAPartnerWithEverythingButRequests() {
    List<Specialization> specializations = new ArrayList<>();
    for (int i = 10; i < 40; i++) {
      specializations.add(
          new Specialization(
              new SpecializationCode("S-" + i),
              SpecializationKind.PRODUCT,
              Map.of("en", "S-" + i),
              Set.of(new CertificationCode("T-" + i))));
    }
    Catalog catalog = new Catalog("wide", 1, specializations);
    PartnerBuilder partner = PartnerBuilder.aPartner();
    for (int i = 10; i < 40; i++) {
      String id = "H-" + i;
      String own = "T-" + i;
      String next = "T-" + (10 + (i - 9) % 30);
      partner
          .withPerson(id, person -> person.certified(id + "-1", own).certified(id + "-2", next))
          .withReference("R-" + i, "S-" + i, "C-" + i, DATE);
    }
    for (Criterion.Scope scope : Criterion.Scope.values()) {
      TierPolicy policy =
          Policies.demanding(
              new Criterion.CertifiedPeople(4, 4, 1),
              new Criterion.References(
                  scope == Criterion.Scope.EACH_ASSIGNED ? 3 : 12, scope, true, null));

      PathToNextTier path =
          new PathFinder(catalog).find(policy, partner.build(), DATE).orElseThrow();

      assertThat(path.size()).as("%s", scope).isEqualTo(12);
    }
  }

  private void check(
      long seed, Catalog catalog, TierPolicy policy, Random random, int largestTried) {
    PartnerEvidence evidence = new RandomEvidence(random, catalog, DATE.minusDays(300), 400).next();
    TierDecider decider = new TierDecider(catalog);
    Tier earned = decider.earned(policy, evidence, DATE);
    Optional<PathToNextTier> found = new PathFinder(catalog).find(policy, evidence, DATE);
    if (earned == null || policy.ladder().findNext(earned).isEmpty()) {
      assertThat(found).as("seed %d", seed).isEmpty();
      return;
    }
    PathToNextTier path = found.orElseThrow();
    assertThat(path.next()).isEqualTo(policy.ladder().findNext(earned).get());
    assertThat(path.steps().isEmpty()).isNotEqualTo(path.outOfReach().isEmpty());
    if (path.steps().isEmpty()) {
      outOfReach++;
      assertThat(isReachable(catalog, policy, path.next(), evidence, Math.min(2, largestTried)))
          .as("seed %d says out of reach: %s", seed, path)
          .isFalse();
      return;
    }
    StepTaker taker = new StepTaker(catalog, evidence, DATE);
    path.steps().forEach(taker::take);
    Tier after = decider.earned(policy, taker.evidence(), DATE);
    assertThat(policy.ladder().compare(after, path.next()))
        .as("seed %d reaches %s by %s under %s", seed, after, path, policy)
        .isNotNegative();
    reached++;
    sizes += path.size();
    certain += path.smallest() ? 1 : 0;
    if (path.size() <= largestTried && path.smallest()) {
      assertThat(isReachable(catalog, policy, path.next(), evidence, path.size() - 1))
          .as("seed %d: something smaller than %s under %s", seed, path, policy)
          .isFalse();
    }
  }

  /** Whether so many acts, whichever, reach the tier. */
  private static boolean isReachable(
      Catalog catalog, TierPolicy policy, Tier tier, PartnerEvidence evidence, int acts) {
    List<Consumer<StepTaker>> all = listActs(catalog, policy, evidence);
    return isReachable(catalog, policy, tier, evidence, all, 0, new ArrayList<>(), acts);
  }

  private static boolean isReachable(
      Catalog catalog,
      TierPolicy policy,
      Tier tier,
      PartnerEvidence evidence,
      List<Consumer<StepTaker>> all,
      int from,
      List<Consumer<StepTaker>> taken,
      int left) {
    StepTaker taker = new StepTaker(catalog, evidence, DATE);
    taken.forEach(act -> act.accept(taker));
    // Where the policy is not cumulative, a higher tier may be nearer than the next.
    if (Demands.of(policy, tier).areMetBy(new Dossier(catalog, taker.evidence(), DATE))) {
      return true;
    }
    if (left == 0) {
      return false;
    }
    for (int i = from; i < all.size(); i++) {
      taken.add(all.get(i));
      boolean reachable = isReachable(catalog, policy, tier, evidence, all, i, taken, left - 1);
      taken.remove(taken.size() - 1);
      if (reachable) {
        return true;
      }
    }
    return false;
  }

  private static List<Consumer<StepTaker>> listActs(
      Catalog catalog, TierPolicy policy, PartnerEvidence evidence) {
    List<Consumer<StepTaker>> acts = new ArrayList<>();
    boolean toolkits = demands(policy, Criterion.Toolkits.class);
    boolean survey = demands(policy, Criterion.Survey.class);
    for (var specialization : catalog.listSpecializations()) {
      SpecializationCode code = specialization.code();
      acts.add(taker -> taker.request(code));
      acts.add(taker -> taker.reference(code));
      if (toolkits) {
        acts.add(taker -> taker.take(new PathStep.GetToolkit(code, List.of())));
      }
      for (CertificationCode of : specialization.accepts()) {
        acts.add(taker -> taker.certifySomebody(of));
        for (PersonAtPartner person : evidence.people()) {
          if (person.isEmployedOn(DATE)) {
            acts.add(taker -> taker.certify(person.id(), code));
          }
        }
      }
    }
    if (survey) {
      acts.add(taker -> taker.take(new PathStep.GetResponses(1, 10, 1)));
    }
    return acts;
  }

  private static boolean demands(TierPolicy policy, Class<? extends Criterion> kind) {
    return policy.tiers().stream()
        .flatMap(own -> own.criteria().stream())
        .anyMatch(kind::isInstance);
  }
}
