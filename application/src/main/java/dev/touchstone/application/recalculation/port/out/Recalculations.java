package dev.touchstone.application.recalculation.port.out;

import dev.touchstone.application.recalculation.RecalculationScope;
import dev.touchstone.application.recalculation.RulesFingerprint;
import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom nights decide, and from which day on partners have to be decided again. */
public interface Recalculations {

  /** By which rules a night decided; empty for nights from before this was recorded. */
  Optional<RulesFingerprint> findRules(NightId night);

  /** Records that a night decides all partners. */
  void planAll(NightId night, String because, RulesFingerprint rules);

  /**
   * Records that a night decides the partners with other evidence than was known at a moment, those
   * whose day is due on the night's date, and some more.
   *
   * @param since the moment
   * @param more partners to decide in any case
   * @return how many these are together
   */
  long planChanged(
      NightId night, Instant since, Collection<PartnerId> more, RulesFingerprint rules);

  /**
   * Whom the night decides.
   *
   * @throws IllegalStateException if that was not planned
   */
  RecalculationScope getScope(NightId night);

  /** Divides a night's chosen partners into ranges of about equal size. */
  List<PartnerRange> partition(NightId night, int parts);

  /**
   * Some of a night's chosen partners, in byte order.
   *
   * @param after only those behind this one; null to begin with the first
   */
  List<PartnerId> list(NightId night, PartnerRange range, @Nullable PartnerId after, int limit);

  /**
   * Records for partners just decided, within the caller's transaction, the first day on which the
   * decision or the standing could be another without new evidence.
   *
   * @param days by partner; a partner with no such day has null
   */
  void recordDue(Map<PartnerId, @Nullable LocalDate> days);
}
