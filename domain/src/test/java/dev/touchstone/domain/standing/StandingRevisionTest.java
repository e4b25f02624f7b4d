package dev.touchstone.domain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.RandomEvidence;
import dev.touchstone.domain.fixture.RandomPolicy;
import dev.touchstone.domain.tier.PartnerEvidence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nights leave alone what an earlier program has decided by the same revision of the rules. */
class StandingRevisionTest {

  private static final LocalDate START = LocalDate.of(2010, 10, 30);
  private static final int DAYS = 730;

  @Test
  void countsUpWithWhatIsDecided() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Catalog catalog = CatalogFixtures.random(random, 8);
      StandingRules rules =
          new StandingRules(catalog, List.of(new RandomPolicy(random).next(1, START)));
      PartnerEvidence evidence = new RandomEvidence(random, catalog, START, DAYS).next();
      DecidedStanding decided = rules.decide(evidence, START.plusDays(random.nextInt(DAYS)));
      digest.update(decided.toString().getBytes(StandardCharsets.UTF_8));
    }
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .as(
            "Decisions are not those of revision %d. If that is meant, count up"
                + " StandingRules.REVISION and put the new digest here.",
            StandingRules.REVISION)
        .isEqualTo("f75140a29c38c7e44d979fff498f17d06e4ffe248f0505d1af5428a6786e8702");
    assertThat(StandingRules.REVISION).isEqualTo(1);
  }
}
