package dev.touchstone.application.standing;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.EvidenceNumbers;
import java.util.List;

/**
 * A decision as a line of a list (formats.md, Commands: decisions).
 *
 * @param partner whom it is about
 * @param standing earned and held tier
 * @param numbers the numbers shown
 * @param competencies as in the feed
 */
public record DecisionLine(
    PartnerId partner,
    Standing standing,
    EvidenceNumbers numbers,
    List<SpecializationCode> competencies) {

  /** Copies the list. */
  public DecisionLine {
    competencies = List.copyOf(competencies);
  }

  /** The line of what was decided. */
  public static DecisionLine from(DecidedStanding decided) {
    return new DecisionLine(
        decided.decision().partner(),
        decided.standing(),
        decided.decision().numbers(),
        decided.decision().competencies());
  }
}
