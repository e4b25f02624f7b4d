package dev.touchstone.application.standing.port.out;

import dev.touchstone.application.standing.DecisionLine;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.time.NightId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The decisions and standings of all nights; each night appends, nothing is overwritten. */
public interface Decisions {

  /**
   * Records what a night found, within the caller's transaction. A decision or standing is appended
   * only where it differs from the partner's last one, its date left aside. Recording the same
   * again for the same night changes nothing.
   */
  void record(NightId night, List<DecidedStanding> partners);

  /** What is in force after a night for one partner. */
  Optional<DecidedStanding> find(NightId night, PartnerId partner);

  /** Streams what is in force after a night, in byte order of partner ids. */
  void forEach(NightId night, Consumer<DecisionLine> consumer);
}
