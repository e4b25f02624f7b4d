package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.AsOfQuery;
import dev.touchstone.application.standing.AsOfResult;
import dev.touchstone.application.standing.SurveyRelease;
import dev.touchstone.application.standing.SurveySummary;
import dev.touchstone.application.standing.SurveySummary.Scores;
import dev.touchstone.application.standing.port.in.SummarizeSurveyUseCase;
import dev.touchstone.application.standing.service.AskedNight.Asked;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.tier.CoverageTerms;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.Dossier;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.PartnerEvidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts as the decision does, and tells the scores in batches. */
public final class SummarizeSurveyService implements SummarizeSurveyUseCase {

  private final AskedNight askedNight;
  private final Catalogs catalogs;
  private final Dossiers dossiers;
  private final SurveyReleases surveyReleases;

  /** Sums up these. */
  public SummarizeSurveyService(
      AskedNight askedNight, Catalogs catalogs, Dossiers dossiers, SurveyReleases surveyReleases) {
    this.askedNight = askedNight;
    this.catalogs = catalogs;
    this.dossiers = dossiers;
    this.surveyReleases = surveyReleases;
  }

  @Override
  public AsOfResult<SurveySummary> summarize(AsOfQuery query) {
    return askedNight.answer(
        query,
        asked -> {
          Optional<PartnerEvidence> evidence = dossiers.find(query.partner(), asked.knownAt());
          return evidence.isEmpty()
              ? new AsOfResult.NotFound<>(
                  "No partner %s was known at %s. Ids are exact in case."
                      .formatted(query.partner(), asked.knownAt()))
              : new AsOfResult.Found<>(summarize(evidence.get(), query, asked));
        });
  }

  private SurveySummary summarize(PartnerEvidence evidence, AsOfQuery query, Asked asked) {
    Criterion.Survey criterion = asked.policy().surveyShown();
    Finding.Survey finding =
        criterion.judge(
            new Dossier(catalogs.getCatalog(), evidence, asked.date()),
            CoverageTerms.of(asked.policy(), asked.policy().ladder().lowest()));
    SurveyRelease release = surveyReleases.find(query.reader(), query.partner(), asked.knownAt());
    Predicate<LocalDate> window = day -> criterion.isInWindow(day, asked.date());
    return new SurveySummary(
        asked.date(),
        asked.night(),
        asked.knownAt(),
        asked.date().minus(criterion.window()).plusDays(1),
        finding.responsesCounted(),
        scores(release.satisfaction().toldWithin(window), 1),
        scores(release.recommendation().toldWithin(window), 0));
  }

  /** The scores on a scale up to 10; null where none are told. */
  private static @Nullable Scores scores(List<Integer> scores, int lowest) {
    if (scores.isEmpty()) {
      return null;
    }
    return new Scores(
        scores.size(),
        scores.stream().mapToInt(Integer::intValue).sum(),
        IntStream.rangeClosed(lowest, 10)
            .mapToObj(score -> (int) scores.stream().filter(given -> given == score).count())
            .toList());
  }
}
