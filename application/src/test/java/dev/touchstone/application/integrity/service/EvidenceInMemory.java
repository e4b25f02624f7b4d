package dev.touchstone.application.integrity.service;

import dev.touchstone.application.integrity.port.out.IntegrityEvidence;
import dev.touchstone.domain.time.NightId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Groups of evidence in memory, handed out as they were put in. */
final class EvidenceInMemory implements IntegrityEvidence {

  final List<CustomerResponses> customers = new ArrayList<>();
  final List<SignedReferences> signatories = new ArrayList<>();
  final List<Contact> contacts = new ArrayList<>();
  final List<CertificatePersons> certificates = new ArrayList<>();
  final List<ClaimedPerson> persons = new ArrayList<>();
  final List<String> windows = new ArrayList<>();

  @Override
  public void forEachCustomer(
      NightId night,
      LocalDate after,
      LocalDate upTo,
      int moreThan,
      Consumer<CustomerResponses> consumer) {
    windows.add("after " + after + " up to " + upTo + ", more than " + moreThan);
    customers.forEach(consumer);
  }

  @Override
  public void forEachSignatory(NightId night, Consumer<SignedReferences> consumer) {
    signatories.forEach(consumer);
  }

  @Override
  public void forEachContact(NightId night, Consumer<Contact> consumer) {
    contacts.forEach(consumer);
  }

  @Override
  public List<CertificatePersons> listCertificatesOnManyPersons(NightId night) {
    return certificates;
  }

  @Override
  public List<ClaimedPerson> listPersonsClaimedForManyPartners(NightId night) {
    return persons;
  }
}
