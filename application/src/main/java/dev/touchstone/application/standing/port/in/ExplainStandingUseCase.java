package dev.touchstone.application.standing.port.in;

import dev.touchstone.application.standing.Explanation;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Explains where a partner stands, why, and what would change it. */
public interface ExplainStandingUseCase {

  /** Explains, unless there is nothing to explain. */
  ExplainStandingResult explain(ExplainStandingQuery query);

  /**
   * What to explain.
   *
   * @param partner who
   * @param date as of which date
   * @param knownAt by what was known when
   * @param night the night whose stored decision is to be explained; null to decide anew
   */
  record ExplainStandingQuery(
      PartnerId partner, LocalDate date, Instant knownAt, @Nullable NightId night) {}

  /** How it went. */
  sealed interface ExplainStandingResult {

    /** It was explained. */
    record Explained(Explanation explanation) implements ExplainStandingResult {}

    /**
     * There is nothing to explain, or nothing to decide it by.
     *
     * @param reason one sentence that says why
     */
    record Refused(String reason) implements ExplainStandingResult {}
  }
}
