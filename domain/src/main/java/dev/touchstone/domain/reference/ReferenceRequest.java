package dev.touchstone.domain.reference;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.text.EmailAddress;
import dev.touchstone.domain.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer whom a partner has asked for a reference by mail (domain.md, Words: Reference).
 *
 * @param id the id of the reference
 * @param partner who asks
 * @param specialization what about
 * @param customer who is asked
 * @param customerVat the customer's VAT number
 * @param signatoryName whom the mail greets
 * @param signatoryEmail whom it goes to
 * @param language in which the customer is addressed
 * @param requestedAt when the partner asked
 * @param requestedOn the day of it in the program's time zone
 * @param state how far it has come
 * @param version counts the changes; the one a change is made to is named with it
 */
public record ReferenceRequest(
    ReferenceId id,
    PartnerId partner,
    SpecializationCode specialization,
    CustomerName customer,
    @Nullable String customerVat,
    @Nullable String signatoryName,
    EmailAddress signatoryEmail,
    Language language,
    Instant requestedAt,
    LocalDate requestedOn,
    RequestState state,
    long version) {

  /** The request in its next state. */
  public ReferenceRequest in(RequestState next) {
    return new ReferenceRequest(
        id,
        partner,
        specialization,
        customer,
        customerVat,
        signatoryName,
        signatoryEmail,
        language,
        requestedAt,
        requestedOn,
        next,
        version);
  }
}
