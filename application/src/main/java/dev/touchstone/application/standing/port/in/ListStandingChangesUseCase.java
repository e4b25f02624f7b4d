package dev.touchstone.application.standing.port.in;

import dev.touchstone.application.standing.AsOfResult;
import dev.touchstone.application.standing.StandingChange;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.NightId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what changed for a partner from night to night. */
public interface ListStandingChangesUseCase {

  /** The changes, newest first. */
  AsOfResult<List<StandingChange>> list(ListStandingChangesQuery query);

  /**
   * Which changes.
   *
   * @param partner whose
   * @param before the night before which to begin; null to begin with the latest complete one
   * @param limit how many at most
   */
  record ListStandingChangesQuery(PartnerId partner, @Nullable NightId before, int limit) {}
}
