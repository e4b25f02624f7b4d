package dev.touchstone.domain.tier.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.Specialization;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.PersonAtPartner;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.fixture.RandomEvidence;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierDecider;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * More evidence never lowers an earned tier under the default policy. Evidence is a toolkit, a
 * competency, a person, a certificate, a signed reference, or a response by a new customer whose
 * satisfaction is not below the mean demanded: one below it speaks against the partner.
 */
class MoreEvidencePropertyTest {

  private static final LocalDate DATE = LocalDate.of(2011, 6, 1);

  @Test
  void neverLowersTheEarnedTier() {
    Catalog catalog = CatalogFixtures.small();
    TierPolicy policy = Policies.y2010();
    TierDecider decider = new TierDecider(catalog);
    int raised = 0;
    for (long seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      PartnerEvidence evidence =
          new RandomEvidence(random, catalog, DATE.minusDays(300), 400).next();
      Tier earned = decider.earned(policy, evidence, DATE);
      if (earned == null) {
        continue;
      }
      StepTaker taker = new StepTaker(catalog, evidence, DATE);
      List<String> taken = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        taken.add(takeOne(taker, catalog, evidence, random));
        Tier now = decider.earned(policy, taker.evidence(), DATE);
        assertThat(policy.ladder().compare(now, earned))
            .as("seed %d: %s fell to %s after %s", seed, earned, now, taken)
            .isNotNegative();
        raised += now.equals(earned) ? 0 : 1;
        earned = now;
      }
    }
    assertThat(raised).isGreaterThan(200);
  }

  private static String takeOne(
      StepTaker taker, Catalog catalog, PartnerEvidence evidence, Random random) {
    List<Specialization> all = catalog.listSpecializations();
    SpecializationCode code = all.get(random.nextInt(all.size())).code();
    switch (random.nextInt(6)) {
      case 0 -> taker.request(code);
      case 1 -> taker.take(new PathStep.GetToolkit(code, List.of()));
      case 2 -> taker.certifySomebody(code);
      case 3 -> taker.reference(code);
      case 4 -> taker.take(new PathStep.GetResponses(1, 7 + random.nextInt(4)));
      default -> {
        List<PersonAtPartner> people = evidence.people();
        if (!people.isEmpty()) {
          taker.certify(people.get(random.nextInt(people.size())).id(), code);
        }
      }
    }
    return code.toString();
  }
}
