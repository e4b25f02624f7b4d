package dev.touchstone.application.appeal.service;

import dev.touchstone.application.appeal.AppealDetails;
import dev.touchstone.application.appeal.KeptAppeal;
import dev.touchstone.application.appeal.port.in.ShowAppealUseCase;
import dev.touchstone.application.appeal.port.out.Appeals;
import dev.touchstone.application.standing.Redecision;
import dev.touchstone.application.standing.port.out.Decisions;
import dev.touchstone.application.standing.port.out.Redecisions;
import dev.touchstone.domain.appeal.Appeal;
import dev.touchstone.domain.appeal.AppealId;
import dev.touchstone.domain.appeal.AppealState;
import dev.touchstone.domain.partner.PartnerId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts an appeal beside the decisions it is about. */
public final class ShowAppealService implements ShowAppealUseCase {

  private final Appeals appeals;
  private final Decisions decisions;
  private final Redecisions redecisions;

  /** Shows these. */
  public ShowAppealService(Appeals appeals, Decisions decisions, Redecisions redecisions) {
    this.appeals = appeals;
    this.decisions = decisions;
    this.redecisions = redecisions;
  }

  @Override
  public Optional<AppealDetails> find(AppealId id, @Nullable PartnerId owner) {
    return appeals
        .find(id)
        .filter(kept -> owner == null || kept.appeal().partner().equals(owner))
        .map(this::details);
  }

  private AppealDetails details(KeptAppeal kept) {
    Appeal appeal = kept.appeal();
    Redecision after =
        appeal.state() instanceof AppealState.Accepted accepted
            ? redecisions.getRedecision(accepted.redecision())
            : null;
    return new AppealDetails(
        kept,
        decisions
            .find(appeal.night(), appeal.partner())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Appeal %s is against a decision that is not stored".formatted(kept))),
        after);
  }
}
