package dev.touchstone.domain.reference;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.customer.CustomerName;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * An end customer's statement about a partner in one specialization. Where it is signed, a decline
 * is ignored (domain.md, References), so a decline has no place here.
 *
 * @param id its id
 * @param specialization what the statement is about
 * @param customer who makes it
 * @param signedOn the day on which the customer signed, if so
 * @param withdrawnOn the first day on which it no longer counts, if the customer took it back
 */
public record Reference(
    ReferenceId id,
    SpecializationCode specialization,
    CustomerName customer,
    @Nullable LocalDate signedOn,
    @Nullable LocalDate withdrawnOn) {

  /**
   * Whether it is signed and not withdrawn on the day.
   *
   * @param validFor how long a signature counts, or null for ever
   */
  public boolean isValidOn(LocalDate day, @Nullable Period validFor) {
    return signedOn != null
        && !day.isBefore(signedOn)
        && (withdrawnOn == null || day.isBefore(withdrawnOn))
        && (validFor == null || day.isBefore(signedOn.plus(validFor)));
  }
}
