package dev.touchstone.domain.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.WaiverTarget.Cohort;
import dev.touchstone.domain.standing.WaiverTarget.OnePartner;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WaiverTest {

  private static final LocalDate FROM = LocalDate.of(2010, 11, 1);
  private static final TierCriterion SURVEY =
      new TierCriterion(new Tier("GOLD"), CriterionKind.SURVEY);
  private static final Partner PARTNER =
      new Partner(
          new PartnerId("P-1"),
          "Uno",
          null,
          null,
          "MI",
          null,
          null,
          null,
          LocalDate.of(2009, 5, 1),
          LegacyLevel.CERTIFIED);

  @Test
  void holdsFromItsFirstDayUpToItsEnd() {
    Waiver waiver = waiver(SURVEY, FROM, FROM.plusDays(2));

    assertThat(waiver.holdsOn(FROM.minusDays(1))).isFalse();
    assertThat(waiver.holdsOn(FROM)).isTrue();
    assertThat(waiver.holdsOn(FROM.plusDays(1))).isTrue();
    assertThat(waiver.holdsOn(FROM.plusDays(2))).isFalse();
    assertThat(waiver.endedOn(FROM, new Waiver.Ending("A. Manager", "a mistake")).holdsOn(FROM))
        .isFalse();
  }

  @Test
  void overlapsOnlyOnSharedDaysOfOneCriterion() {
    Waiver waiver = waiver(SURVEY, FROM, FROM.plusDays(2));
    TierCriterion other = new TierCriterion(new Tier("SILVER"), CriterionKind.SURVEY);

    assertThat(waiver.overlaps(waiver(SURVEY, FROM.plusDays(1), FROM.plusDays(9)))).isTrue();
    assertThat(waiver.overlaps(waiver(SURVEY, FROM.plusDays(2), FROM.plusDays(9)))).isFalse();
    assertThat(waiver.overlaps(waiver(SURVEY, FROM.minusDays(9), FROM))).isFalse();
    assertThat(waiver.overlaps(waiver(other, FROM, FROM.plusDays(2)))).isFalse();
  }

  @Test
  void refusesWhatNobodyAnswersFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> waiver(SURVEY, FROM, FROM.minusDays(1)))
        .withMessageContaining("2010-10-31");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Waiver(
                    new WaiverId(1),
                    new OnePartner(PARTNER.id()),
                    SURVEY,
                    " ",
                    "r",
                    FROM,
                    FROM,
                    null));
  }

  @Test
  void refusesAnEndingThatNobodyAnswersFor() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Waiver.Ending("A. Manager", ""));
  }

  @Test
  void includesOnePartnerOnly() {
    assertThat(new OnePartner(new PartnerId("P-1")).includes(PARTNER)).isTrue();
    assertThat(new OnePartner(new PartnerId("p-1")).includes(PARTNER)).isFalse();
  }

  @Test
  void includesPartnersWithAllTraitsOfACohort() {
    LocalDate registeredOn = PARTNER.registeredOn();

    assertThat(new Cohort(registeredOn, null, "MI", LegacyLevel.CERTIFIED).includes(PARTNER))
        .isTrue();
    assertThat(new Cohort(registeredOn.plusDays(1), null, null, null).includes(PARTNER)).isFalse();
    assertThat(new Cohort(null, registeredOn.plusDays(1), null, null).includes(PARTNER)).isTrue();
    assertThat(new Cohort(null, registeredOn, null, null).includes(PARTNER)).isFalse();
    assertThat(new Cohort(null, null, "RM", null).includes(PARTNER)).isFalse();
    assertThat(new Cohort(null, null, "MI", LegacyLevel.NONE).includes(PARTNER)).isFalse();
  }

  @Test
  void refusesACohortOfNobodyOrEverybody() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Cohort(null, null, null, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new Cohort(FROM, FROM, null, null));
  }

  @Test
  void namesItsTargetInWords() {
    assertThat(new OnePartner(new PartnerId("P-1"))).hasToString("partner P-1");
    assertThat(new Cohort(FROM, null, "MI", LegacyLevel.GOLD_CERTIFIED))
        .hasToString(
            "partners registered from 2010-11-01 on, of province MI, of legacy level"
                + " GOLD_CERTIFIED");
  }

  private static Waiver waiver(TierCriterion criterion, LocalDate from, LocalDate to) {
    return new Waiver(
        new WaiverId(1),
        new OnePartner(PARTNER.id()),
        criterion,
        "A. Manager",
        "why",
        from,
        to,
        null);
  }
}
