package dev.touchstone.application.reference.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.text.EmailAddress;
import dev.touchstone.domain.text.Language;
import dev.touchstone.domain.text.OneLine;
import org.jspecify.annotations.Nullable;

/** Asks a customer for a reference by mail. */
public interface RequestReferenceUseCase {

  /** Records the request and has the mail sent once that has come to last. */
  RequestReferenceResult request(RequestReferenceCommand command);

  /**
   * Whom to ask about what.
   *
   * @param actor who asks
   * @param partner on behalf of which partner
   * @param specialization what about
   * @param customer the customer's name
   * @param customerVat the customer's VAT number
   * @param signatoryName whom the mail greets
   * @param signatoryEmail whom it goes to
   * @param language in which the customer is addressed
   */
  record RequestReferenceCommand(
      Actor actor,
      PartnerId partner,
      SpecializationCode specialization,
      CustomerName customer,
      @Nullable String customerVat,
      @Nullable String signatoryName,
      EmailAddress signatoryEmail,
      Language language) {

    private static final int MOST = 1_000;

    /**
     * Trims the names.
     *
     * @throws IllegalArgumentException if one is no line of text
     */
    public RequestReferenceCommand {
      customer = new CustomerName(OneLine.of("The customer's name", customer.value(), MOST));
      customerVat =
          customerVat == null ? null : OneLine.of("The customer's VAT number", customerVat, MOST);
      signatoryName =
          signatoryName == null ? null : OneLine.of("The signatory's name", signatoryName, MOST);
    }
  }

  /** How it went. */
  sealed interface RequestReferenceResult {

    /** The customer is asked. */
    record Requested(ReferenceRequest request) implements RequestReferenceResult {}

    /** There is no such partner. */
    record NoPartner(String reason) implements RequestReferenceResult {}

    /** A rule forbids it. */
    record Refused(String reason) implements RequestReferenceResult {}

    /** The partner has caused as many mails today as it may. */
    record TooMany(String reason) implements RequestReferenceResult {}
  }
}
