package dev.touchstone.application.standing.port.out;

import dev.touchstone.application.standing.RecordedDecision;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.NightId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What nights recorded of one partner, night after night. */
public interface RecordedDecisions {

  /**
   * The complete nights that changed decision or standing, newest first. What a night decided that
   * never was complete was not published: it counts with the next complete one, if it still holds.
   *
   * @param upTo the last night looked at
   * @param before the night before which to begin; null to begin with the last
   * @param limit how many at most
   */
  List<RecordedDecision> list(PartnerId partner, NightId upTo, @Nullable NightId before, int limit);
}
