package dev.touchstone.application.reference;

import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.reference.ReferenceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whom a partner has asked before, by mail or as a file says.
 *
 * @param reference the reference
 * @param customer the customer, as written then
 * @param signatoryEmail whom the mail went to
 * @param requestedOn the day
 */
public record AskedReference(
    ReferenceId reference,
    CustomerName customer,
    @Nullable String signatoryEmail,
    LocalDate requestedOn) {}
