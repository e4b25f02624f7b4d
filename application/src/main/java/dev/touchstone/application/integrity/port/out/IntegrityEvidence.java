package dev.touchstone.application.integrity.port.out;

import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.NightId;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of all partners in groups, on the business date of a night and as known to it. The
 * night's intake has ended, else each throws an {@link IllegalStateException}. What is about
 * partners comes in byte order of their ids.
 */
public interface IntegrityEvidence {

  /**
   * Streams the responses answered after one day and up to another.
   *
   * @param moreThan partners with no more responses than this are left out
   */
  void forEachCustomer(
      NightId night,
      LocalDate after,
      LocalDate upTo,
      int moreThan,
      Consumer<CustomerResponses> consumer);

  /** Streams the references that are signed and not withdrawn and name a signatory. */
  void forEachSignatory(NightId night, Consumer<SignedReferences> consumer);

  /** Streams the e-mail addresses of all partners that have one. */
  void forEachContact(NightId night, Consumer<Contact> consumer);

  /** The certificates whose versions name several persons, in byte order of their ids. */
  List<CertificatePersons> listCertificatesOnManyPersons(NightId night);

  /** The persons that the night's files claim for several partners, in byte order of their ids. */
  List<ClaimedPerson> listPersonsClaimedForManyPartners(NightId night);

  /**
   * Responses to a partner under one name of a customer.
   *
   * @param customer as written
   * @param responses how many
   */
  record CustomerResponses(PartnerId partner, CustomerName customer, long responses) {}

  /**
   * References of a partner under one name and e-mail of a signatory.
   *
   * @param website the partner's
   * @param contactEmail the partner's
   * @param signatoryName as written
   * @param signatoryEmail as written
   * @param references how many
   */
  record SignedReferences(
      PartnerId partner,
      @Nullable String website,
      @Nullable String contactEmail,
      @Nullable String signatoryName,
      @Nullable String signatoryEmail,
      long references) {}

  /** A partner's e-mail address. */
  record Contact(PartnerId partner, String email) {}

  /**
   * A certificate that several persons are said to have.
   *
   * @param persons in the order in which they were first named
   * @param partner whom the one named last works for
   */
  record CertificatePersons(CertificateId certificate, List<PersonId> persons, PartnerId partner) {
    /** Copies the list. */
    public CertificatePersons {
      persons = List.copyOf(persons);
    }
  }

  /**
   * A person that several partners are said to employ.
   *
   * @param claimedFor whom this night's files name, taken and rejected ones, and the employers
   *     before and now, in byte order
   * @param rejected whether rows were rejected for it
   * @param before whom the person worked for before the night; null where nobody knew the person
   * @param now whom the person works for; null where nobody knows the person
   */
  record ClaimedPerson(
      PersonId person,
      List<PartnerId> claimedFor,
      boolean rejected,
      @Nullable PartnerId before,
      @Nullable PartnerId now) {
    /** Copies the list. */
    public ClaimedPerson {
      claimedFor = List.copyOf(claimedFor);
    }
  }
}
