package dev.touchstone.application.intake;

import dev.touchstone.domain.time.NightId;
import java.time.LocalDate;

/** How files reach the intake. Each file belongs to one delivery. */
public sealed interface Delivery {

  /** The business date on which evidence of the delivery's files is taken. */
  LocalDate businessDate();

  /** Whether the files are judged as in earnest, but the evidence stays as it is. */
  boolean dryRun();

  /** The inbox of a night. */
  record Night(NightId id) implements Delivery {
    @Override
    public LocalDate businessDate() {
      return id.businessDate();
    }

    @Override
    public boolean dryRun() {
      return false;
    }
  }

  /** One workbook that a survey vendor uploads. */
  record Upload(long id, LocalDate businessDate, boolean dryRun) implements Delivery {}
}
