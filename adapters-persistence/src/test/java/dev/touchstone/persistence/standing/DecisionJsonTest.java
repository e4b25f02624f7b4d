package dev.touchstone.persistence.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierDecision;
import dev.touchstone.domain.tier.TierFindings;
import dev.touchstone.domain.tier.Undecided;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DecisionJsonTest {

  private static final LocalDate DATE = LocalDate.of(2010, 10, 30);

  @Test
  void givesBackAnEqualDecision() {
    TierDecision decided = DecisionFixture.decision("P-1", DATE, new Tier("SILVER"), null);
    TierDecision undecided =
        DecisionFixture.decision("P-1", DATE, null, Undecided.NOT_YET_REGISTERED);

    assertThat(roundTrip(decided)).isEqualTo(decided);
    assertThat(roundTrip(undecided)).isEqualTo(undecided);
  }

  @Test
  void isTriedWithEveryKindOfFinding() {
    Set<Class<?>> tried =
        DecisionFixture.findings().stream()
            .map(TierFindings::findings)
            .flatMap(findings -> findings.stream().map(Finding::getClass))
            .collect(Collectors.toSet());

    assertThat(tried).containsExactlyInAnyOrder(Finding.class.getPermittedSubclasses());
  }

  /** The mapper, which reads the text back, looks at the records; the writer does not. */
  @Test
  void isWhatTheMapperWritesOfTheRecords() {
    for (Undecided undecided : Undecided.values()) {
      assertWrittenAlike(DecisionFixture.decision("P-1", DATE, null, undecided));
    }
    for (String tier : List.of("SILVER", "of \"\\\u0001\t/\u007f\u2028è\ud83d\ude00")) {
      assertWrittenAlike(DecisionFixture.decision("P-1", DATE, new Tier(tier), null));
    }
  }

  private static void assertWrittenAlike(TierDecision decision) {
    DecisionContent content = DecisionContent.from(decision);

    CanonicalJson json = DecisionJson.write(content);

    assertThat(json).hasToString(DecisionJson.MAPPER.writeValueAsString(content));
    assertThat(json.digest()).isEqualTo(Digest.of(json.toString()));
  }

  @Test
  void hasOneTextForEqualDecisions() {
    TierDecision decision = DecisionFixture.decision("P-1", DATE, new Tier("SILVER"), null);
    String json = DecisionJson.write(DecisionContent.from(decision)).toString();

    assertThat(DecisionJson.write(DecisionContent.from(roundTrip(decision)))).hasToString(json);
    assertThat(json)
        .startsWith(
            "{\"policy\":{\"policy\":\"partner-network\",\"version\":1},\"earned\":\"SILVER\","
                + "\"withWaivers\":\"GOLD\",\"waived\":[{\"tier\":\"GOLD\",\"kind\":\"survey\"}],"
                + "\"undecided\":null,\"findings\":[{\"tier\":\"REGISTERED\",\"findings\":[]},"
                + "{\"tier\":\"SILVER\",\"findings\":[{\"on\":\"toolkits\",\"criterion\":"
                + "{\"atLeast\":1},\"met\":true,\"specializations\":[\"CRM\"]}")
        .contains("\"window\":\"P1Y\"", "\"meanAtLeast\":7.00", "\"validFor\":\"P12M\"")
        .doesNotContain("P-1", "2010");
  }

  private static TierDecision roundTrip(TierDecision decision) {
    return DecisionJson.read(DecisionJson.write(DecisionContent.from(decision)).toString())
        .toDecision(new PartnerId("P-1"), DATE);
  }
}
