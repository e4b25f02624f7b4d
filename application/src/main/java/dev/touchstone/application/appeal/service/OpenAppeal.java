package dev.touchstone.application.appeal.service;

import dev.touchstone.application.appeal.AppealResult;
import dev.touchstone.application.appeal.KeptAppeal;
import dev.touchstone.application.appeal.port.out.Appeals;
import dev.touchstone.domain.appeal.AppealId;
import dev.touchstone.domain.appeal.AppealState;
import dev.touchstone.domain.partner.PartnerId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all acts on an open appeal ask first. */
final class OpenAppeal {

  private OpenAppeal() {}

  /**
   * Acts on an appeal that is open and has the version, within the caller's transaction.
   *
   * @param owner whose it must be; null for anybody's
   * @param act is given the appeal, which nobody else changes meanwhile
   */
  static AppealResult act(
      Appeals appeals,
      AppealId id,
      @Nullable PartnerId owner,
      long version,
      Function<KeptAppeal, AppealResult> act) {
    Optional<KeptAppeal> found =
        appeals
            .findForChange(id)
            .filter(kept -> owner == null || kept.appeal().partner().equals(owner));
    if (found.isEmpty()) {
      return new AppealResult.NotFound("There is no appeal %s.".formatted(id));
    }
    KeptAppeal kept = found.get();
    if (kept.version() != version) {
      return new AppealResult.Stale();
    }
    AppealState state = kept.appeal().state();
    return state instanceof AppealState.Open
        ? act.apply(kept)
        : new AppealResult.Conflict(
            "Appeal %s is %s already, and stays so."
                .formatted(id, state.kind().name().toLowerCase(Locale.ROOT)));
  }
}
