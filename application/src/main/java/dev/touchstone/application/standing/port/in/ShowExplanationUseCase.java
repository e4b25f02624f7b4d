package dev.touchstone.application.standing.port.in;

import dev.touchstone.application.standing.AsOfQuery;
import dev.touchstone.application.standing.AsOfResult;
import dev.touchstone.application.standing.ExplanationAsOf;
import java.util.Locale;

/** Tells a partner where it stands, why, and what would change it. */
public interface ShowExplanationUseCase {

  /** Explains, also in words of a language that is offered. */
  AsOfResult<ExplanationAsOf> show(ShowExplanationQuery query);

  /**
   * What to explain.
   *
   * @param of of whom and when
   * @param language in which language: {@link Locale#ENGLISH} or {@link Locale#ITALIAN}
   */
  record ShowExplanationQuery(AsOfQuery of, Locale language) {}
}
