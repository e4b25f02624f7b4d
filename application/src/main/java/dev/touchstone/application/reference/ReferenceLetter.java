package dev.touchstone.application.reference;

import dev.touchstone.domain.reference.LinkToken;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.text.EmailAddress;
import dev.touchstone.domain.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A mail to a customer, before it is put into words. */
public sealed interface ReferenceLetter {

  /** The reference it is about. */
  ReferenceId reference();

  /** Whom it goes to. */
  EmailAddress to();

  /** Whom it greets; null where no name is known. */
  @Nullable String greeting();

  /** Its language. */
  Language language();

  /** The secret of the link that it carries. */
  LinkToken token();

  /** The partner's name. */
  String partner();

  /** The specialization's name in the letter's language. */
  String specialization();

  /** The customer's name. */
  String customer();

  /**
   * Asks the customer to sign or decline.
   *
   * @param expiresAt from when on the link is not taken
   */
  record Invitation(
      ReferenceId reference,
      EmailAddress to,
      @Nullable String greeting,
      Language language,
      LinkToken token,
      String partner,
      String specialization,
      String customer,
      Instant expiresAt)
      implements ReferenceLetter {}

  /**
   * Confirms a signature and says how to take it back.
   *
   * @param signedOn the day of the signature
   */
  record Receipt(
      ReferenceId reference,
      EmailAddress to,
      @Nullable String greeting,
      Language language,
      LinkToken token,
      String partner,
      String specialization,
      String customer,
      LocalDate signedOn)
      implements ReferenceLetter {}
}
