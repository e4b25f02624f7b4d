package dev.touchstone.application.integrity;

/** What can be odd about evidence. None of it is wrong by itself, and all of it counts. */
public enum IntegrityKind {
  /**
   * One customer gave a partner more responses in the survey's window than the policy counts; the
   * subject is the customer.
   */
  CUSTOMER_OVER_CAP,
  /**
   * One signatory signed more valid references of a partner than the policy lets pass unnoticed;
   * the subject is the signatory's e-mail, or name where there is none.
   */
  SIGNATORY_REPEATED,
  /**
   * A signatory of a valid reference writes from the partner's own domain; the subject is the
   * e-mail.
   */
  SIGNATORY_OF_PARTNER,
  /** Versions of one certificate name different persons; the subject is the certificate. */
  CERTIFICATE_ON_TWO_PERSONS,
  /**
   * The night's files claim a person for another partner than its own, or for several; the subject
   * is the person.
   */
  PERSON_CLAIMED_TWICE
}
