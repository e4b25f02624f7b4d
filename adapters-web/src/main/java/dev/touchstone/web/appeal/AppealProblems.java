package dev.touchstone.web.appeal;

import dev.touchstone.application.appeal.AppealResult;
import dev.touchstone.application.appeal.KeptAppeal;
import dev.touchstone.domain.appeal.AppealId;
import dev.touchstone.web.api.ApiException;

/** What is not done to an appeal, as problems. */
final class AppealProblems {

  private AppealProblems() {}

  /**
   * The appeal.
   *
   * @throws ApiException if nothing was done
   */
  static KeptAppeal done(AppealResult result) {
    if (result instanceof AppealResult.NotFound nothing) {
      throw ApiException.notFound(nothing.reason());
    }
    if (result instanceof AppealResult.Stale) {
      throw ApiException.lostUpdate();
    }
    if (result instanceof AppealResult.Conflict conflict) {
      throw ApiException.conflict(conflict.reason());
    }
    if (result instanceof AppealResult.Refused refused) {
      throw ApiException.ruleViolated(refused.reason());
    }
    return ((AppealResult.Done) result).appeal();
  }

  static ApiException unknown(AppealId id) {
    return ApiException.notFound("There is no appeal %s.".formatted(id));
  }
}
