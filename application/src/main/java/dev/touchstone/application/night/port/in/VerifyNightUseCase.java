package dev.touchstone.application.night.port.in;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.standing.DecisionDifference;
import java.util.List;

/** Verifies what a night has stored. */
public interface VerifyNightUseCase {

  /**
   * Recomputes every decision and standing of a complete night from the evidence and waivers known
   * then and the policies, and compares.
   */
  VerifyNightResult verify(Night night);

  /**
   * What came out.
   *
   * @param partners how many partners were recomputed, each a decision and a standing
   * @param differences where stored and recomputed differ, in byte order of partner ids
   */
  record VerifyNightResult(long partners, List<DecisionDifference> differences) {

    /** Copies the list. */
    public VerifyNightResult {
      differences = List.copyOf(differences);
    }
  }
}
