package dev.touchstone.application.standing.port.out;

import dev.touchstone.application.standing.DecisionDifference;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.time.NightId;
import java.util.List;

/** What the nights have stored, for who doubts it. */
public interface StoredDecisions {

  /**
   * Compares what is in force after a night with what was recomputed for some partners: decisions
   * by their digests, standings value by value.
   *
   * @return the differences, in the order of the partners given
   */
  List<DecisionDifference> compare(NightId night, List<DecidedStanding> recomputed);

  /** The partners of which something is in force after a night, in byte order. */
  List<PartnerId> listPartners(NightId night);
}
