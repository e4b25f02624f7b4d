package dev.touchstone.application.standing.service;

import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.standing.AsOfQuery;
import dev.touchstone.application.standing.AsOfResult;
import dev.touchstone.application.standing.DecidedNight;
import dev.touchstone.application.standing.SurveyAnswer;
import dev.touchstone.application.standing.SurveySummary;
import dev.touchstone.application.standing.port.out.DecidedNights;
import dev.touchstone.application.standing.service.AskedNight.Asked;
import dev.touchstone.application.tier.DossiersInMemory;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.survey.ResponseId;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.domain.tier.Finding.Survey.CountedResponse;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.time.NightId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a question is about, and the survey's sums as one of them. */
class AskedNightTest {

  private static final LocalDate DATE = LocalDate.of(2010, 11, 15);
  private static final NightId NIGHT = new NightId(DATE, 2);
  private static final Instant KNOWN = Instant.parse("2010-11-15T20:00:00Z");
  private static final Instant NOW = Instant.parse("2010-12-01T12:00:00Z");

  private final List<DecidedNight> nights =
      new ArrayList<>(List.of(new DecidedNight(NIGHT, Policies.y2010().version(), KNOWN, KNOWN)));

  @Test
  void isAboutTheLatestNightUnlessADateIsNamed() {
    Asked asked = asked(null, null);

    assertThat(asked.date()).isEqualTo(DATE);
    assertThat(asked.night()).isEqualTo(NIGHT);
    assertThat(asked.knownAt()).isEqualTo(KNOWN);
    assertThat(asked(DATE, null)).isEqualTo(asked);
  }

  @Test
  void isAboutWhatIsKnownNowWhereNoNightRan() {
    Asked asked = asked(DATE.minusDays(1), null);

    assertThat(asked.night()).isNull();
    assertThat(asked.knownAt()).isEqualTo(NOW);
  }

  @Test
  void isAboutAMomentWhereOneIsNamed() {
    Asked asked = asked(DATE, KNOWN.plusSeconds(1));

    assertThat(asked.night()).isNull();
    assertThat(asked.knownAt()).isEqualTo(KNOWN.plusSeconds(1));
  }

  @Test
  void isAboutNothingBeforeTheProgramOrAnyNight() {
    assertThat(answer(LocalDate.of(2010, 10, 29), null))
        .isEqualTo(
            new AsOfResult.Refused<>(
                "No policy is in force on 2010-10-29. The first, partner-network version 1, takes"
                    + " effect on 2010-10-30."));
    nights.clear();
    assertThat(answer(DATE, null))
        .isEqualTo(
            new AsOfResult.NotFound<>("No night is complete yet: nothing has been decided."));
  }

  @Test
  void sumsUpTheSurveyInBatches() {
    SurveySummary summary =
        summary(
            answer(1, 10, 10),
            answer(2, 1, 0),
            answer(3, 7, null),
            answer(4, 7, 5),
            answer(5, 7, 5),
            answer(6, 8, 5));

    assertThat(summary.from()).isEqualTo(LocalDate.of(2009, 11, 16));
    assertThat(summary.responses()).isEqualTo(6);
    assertThat(summary.satisfaction())
        .isEqualTo(new SurveySummary.Scores(6, 40, List.of(1, 0, 0, 0, 0, 0, 3, 1, 0, 1)));
    assertThat(summary.recommendation())
        .isEqualTo(new SurveySummary.Scores(5, 25, List.of(1, 0, 0, 0, 0, 3, 0, 0, 0, 0, 1)));
  }

  @Test
  void tellsNoScoresOfFewResponses() {
    SurveySummary summary = summary(answer(1, 7, 7), answer(2, 7, 7));

    assertThat(summary.responses()).isEqualTo(2);
    assertThat(summary.satisfaction()).isNull();
    assertThat(summary.recommendation()).isNull();
  }

  @Test
  void tellsTheProgramEveryScore() {
    SurveySummary summary = summary(Role.PROGRAM, answer(1, 7, 7), answer(2, 8, null));

    assertThat(summary.satisfaction())
        .isEqualTo(new SurveySummary.Scores(2, 15, List.of(0, 0, 0, 0, 0, 0, 1, 1, 0, 0)));
    assertThat(summary.recommendation())
        .isEqualTo(new SurveySummary.Scores(1, 7, List.of(0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0)));
  }

  private static SurveyAnswer answer(int id, int satisfaction, @Nullable Integer recommend) {
    return new SurveyAnswer(
        new CountedResponse(new SurveyVendor("doxa"), new ResponseId("S-" + id)),
        DATE,
        satisfaction,
        recommend,
        KNOWN,
        null);
  }

  /** Of a partner with as many responses as there are answers. */
  private SurveySummary summary(SurveyAnswer... answers) {
    return summary(Role.PARTNER, answers);
  }

  private SurveySummary summary(Role reader, SurveyAnswer... answers) {
    SummarizeSurveyService service =
        new SummarizeSurveyService(
            askedNight(),
            CatalogFixtures::small,
            new DossiersInMemory(
                KNOWN, aPartner().withId("P-1").withResponses(answers.length, 7, DATE).build()),
            new SurveyReleases(
                (partner, upTo) -> {
                  assertThat(upTo).isEqualTo(KNOWN);
                  return List.of(answers);
                },
                5));
    AsOfResult<SurveySummary> result =
        service.summarize(new AsOfQuery(new PartnerId("P-1"), null, null, reader));
    return ((AsOfResult.Found<SurveySummary>) result).value();
  }

  private Asked asked(@Nullable LocalDate date, @Nullable Instant knownAt) {
    return ((AsOfResult.Found<Asked>) answer(date, knownAt)).value();
  }

  private AsOfResult<Asked> answer(@Nullable LocalDate date, @Nullable Instant knownAt) {
    return askedNight()
        .answer(
            new AsOfQuery(new PartnerId("P-1"), date, knownAt, Role.PARTNER),
            AsOfResult.Found::new);
  }

  private AskedNight askedNight() {
    return new AskedNight(new Nights(), new OnePolicy(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private final class Nights implements DecidedNights {

    @Override
    public Instant readEvidenceClock() {
      throw new UnsupportedOperationException("Nobody asks for the moment");
    }

    @Override
    public Optional<DecidedNight> findLatest() {
      return nights.stream().findFirst();
    }

    @Override
    public Optional<DecidedNight> findLatestOn(LocalDate date) {
      return nights.stream().filter(night -> night.id().businessDate().equals(date)).findFirst();
    }
  }

  private static final class OnePolicy implements TierPolicies {
    @Override
    public Optional<TierPolicy> findInForceOn(LocalDate day) {
      return listVersions().stream().filter(of -> !of.effectiveFrom().isAfter(day)).findFirst();
    }

    @Override
    public List<TierPolicy> listVersions() {
      return List.of(Policies.y2010());
    }
  }
}
