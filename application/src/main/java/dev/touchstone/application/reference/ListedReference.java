package dev.touchstone.application.reference;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.reference.ReferenceStatus;
import dev.touchstone.domain.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reference of a partner as its evidence says, whether it was asked for by mail or came by file.
 *
 * @param status what has become of it
 * @param request what else is known of one that was asked for by mail; null for one by file
 */
public record ListedReference(
    ReferenceId id,
    SpecializationCode specialization,
    CustomerName customer,
    @Nullable String customerVat,
    @Nullable String signatoryName,
    @Nullable String signatoryEmail,
    LocalDate requestedOn,
    @Nullable LocalDate signedOn,
    @Nullable LocalDate declinedOn,
    @Nullable LocalDate withdrawnOn,
    ReferenceStatus status,
    @Nullable ByMail request) {

  /**
   * What is known of a request by mail.
   *
   * @param language in which the customer is addressed
   * @param expiresAt when the latest link to sign expires
   * @param mailing the latest mail
   * @param version the version of the request
   */
  public record ByMail(Language language, Instant expiresAt, Mailing mailing, long version) {}
}
