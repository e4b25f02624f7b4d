package dev.touchstone.application.integrity.port.out;

import dev.touchstone.application.integrity.IntegrityFinding;
import dev.touchstone.application.integrity.IntegrityKind;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.NightId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the nights found odd; each night appends, nothing is overwritten. */
public interface IntegrityFindings {

  /**
   * Records what a night found, in order, within the caller's transaction. Recording once more for
   * the same night changes nothing.
   */
  void record(NightId night, List<IntegrityFinding> findings);

  /** How much a night found. */
  long count(NightId night);

  /**
   * What a night found, in the order recorded.
   *
   * @param filter which of it
   * @param after what stands behind this place only; 0 to begin with the first
   * @param limit how much at most
   */
  List<PlacedFinding> list(NightId night, FindingFilter filter, int after, int limit);

  /**
   * Which findings.
   *
   * @param kind those of this kind; null for all
   * @param partner those about this partner; null for all
   */
  record FindingFilter(@Nullable IntegrityKind kind, @Nullable PartnerId partner) {}

  /**
   * A finding and where it stands.
   *
   * @param place its place among all that the night found, from 1
   * @param finding the finding
   */
  record PlacedFinding(int place, IntegrityFinding finding) {}

  /** Streams what a night found, in the order recorded. */
  void forEach(NightId night, Consumer<IntegrityFinding> consumer);
}
