package dev.touchstone.application.standing.port.in;

import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decides as of any date, by what was known at any moment; nothing is stored. */
public interface DecideAsOfUseCase {

  /**
   * Decides.
   *
   * @param consumer is given each partner, in byte order of ids
   */
  DecideAsOfResult decide(DecideAsOfQuery query, Consumer<DecidedStanding> consumer);

  /**
   * What to decide.
   *
   * @param date the date of the dossiers
   * @param knownAt the moment at which evidence and waivers must have been known
   * @param partner whom alone; null for all
   */
  record DecideAsOfQuery(LocalDate date, Instant knownAt, @Nullable PartnerId partner) {}

  /** How it went. */
  sealed interface DecideAsOfResult {

    /**
     * All were decided.
     *
     * @param partners how many
     */
    record Decided(long partners) implements DecideAsOfResult {}

    /**
     * There was nothing to decide, or nothing to decide it by.
     *
     * @param reason one sentence that says why
     */
    record Refused(String reason) implements DecideAsOfResult {}
  }
}
