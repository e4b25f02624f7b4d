package dev.touchstone.web.appeal;

import dev.touchstone.application.appeal.KeptAppeal;
import dev.touchstone.domain.appeal.Appeal;
import dev.touchstone.domain.appeal.AppealState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An appeal as lists show it. */
record AppealResponse(
    @Schema(example = "A-000000003") String appealId,
    @Schema(example = "P00001") String partnerId,
    @Schema(example = "2010-11-15", description = "The date of the decision.") LocalDate date,
    @Schema(example = "1", description = "The run of the night that decided.") int run,
    @Schema(example = "GOLD") String tier,
    @Schema(example = "references") String criterion,
    @Schema(example = "Two references of May are missing.") String evidence,
    Instant filedAt,
    AppealState.Kind state,
    @Nullable Instant closedAt,
    @Schema(example = "They came with the file of June.", description = "Of the program's ruling.")
        @Nullable String reason) {

  static AppealResponse of(KeptAppeal kept) {
    Appeal appeal = kept.appeal();
    AppealState state = appeal.state();
    return new AppealResponse(
        appeal.id().value(),
        appeal.partner().value(),
        appeal.night().businessDate(),
        appeal.night().run(),
        appeal.criterion().tier().name(),
        appeal.criterion().kind().key(),
        appeal.evidence(),
        appeal.filedAt(),
        state.kind(),
        state instanceof AppealState.Closed closed ? closed.at() : null,
        reasonOf(state));
  }

  private static @Nullable String reasonOf(AppealState state) {
    if (state instanceof AppealState.Accepted accepted) {
      return accepted.reason();
    }
    return state instanceof AppealState.Rejected rejected ? rejected.reason() : null;
  }
}
