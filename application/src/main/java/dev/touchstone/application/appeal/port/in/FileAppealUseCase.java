package dev.touchstone.application.appeal.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.appeal.AppealResult;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.TierCriterion;
import java.time.LocalDate;

/** Files appeals. */
public interface FileAppealUseCase {

  /** Files one, unless something speaks against it. */
  AppealResult file(FileAppealCommand command);

  /**
   * What is doubted.
   *
   * @param actor who acts
   * @param partner for whom
   * @param date the business date of the night that decided
   * @param criterion the criterion whose finding is doubted
   * @param evidence why
   */
  record FileAppealCommand(
      Actor actor, PartnerId partner, LocalDate date, TierCriterion criterion, String evidence) {}
}
