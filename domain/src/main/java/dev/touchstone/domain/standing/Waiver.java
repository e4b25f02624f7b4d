package dev.touchstone.domain.standing;

import dev.touchstone.domain.tier.TierCriterion;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A human act that lets one criterion pass (domain.md, Words and Standing 4). While it runs the
 * criterion counts as met for the held tier; evidence and earned tier stay as they are.
 *
 * @param id its number
 * @param target for whom
 * @param criterion which criterion passes
 * @param author who answers for it
 * @param reason why
 * @param from the first day
 * @param to the first day on which it no longer holds; the day it began for one taken back whole
 * @param ending who ended it before its time, and why; null where nobody did
 */
public record Waiver(
    WaiverId id,
    WaiverTarget target,
    TierCriterion criterion,
    String author,
    String reason,
    LocalDate from,
    LocalDate to,
    @Nullable Ending ending) {

  /**
   * Why a waiver ends before its time.
   *
   * @param author who answers for it
   * @param reason why
   */
  public record Ending(String author, String reason) {
    /**
     * @throws IllegalArgumentException if author or reason are blank
     */
    public Ending {
      if (author.isBlank() || reason.isBlank()) {
        throw new IllegalArgumentException("To end a waiver takes an author and a reason");
      }
    }
  }

  /**
   * @throws IllegalArgumentException if author or reason are blank, or it ends before it begins
   */
  public Waiver {
    if (author.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("A waiver needs an author and a reason");
    }
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "A waiver cannot end on %s, before %s".formatted(to, from));
    }
  }

  /** Whether it runs on the day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(to);
  }

  /** Whether both let the same criterion pass on a day. */
  public boolean overlaps(Waiver other) {
    return criterion.equals(other.criterion) && from.isBefore(other.to) && other.from.isBefore(to);
  }

  /** The same waiver ended before its time. */
  public Waiver endedOn(LocalDate end, Ending by) {
    return new Waiver(id, target, criterion, author, reason, from, end, by);
  }
}
