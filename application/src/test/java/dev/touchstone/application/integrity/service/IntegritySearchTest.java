package dev.touchstone.application.integrity.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.integrity.IntegrityFinding;
import dev.touchstone.application.integrity.IntegrityKind;
import dev.touchstone.application.integrity.port.out.IntegrityEvidence.CertificatePersons;
import dev.touchstone.application.integrity.port.out.IntegrityEvidence.ClaimedPerson;
import dev.touchstone.application.integrity.port.out.IntegrityEvidence.Contact;
import dev.touchstone.application.integrity.port.out.IntegrityEvidence.CustomerResponses;
import dev.touchstone.application.integrity.port.out.IntegrityEvidence.SignedReferences;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.Criterion.Toolkits;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.time.NightId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntegritySearchTest {

  private static final NightId NIGHT = new NightId(LocalDate.of(2010, 11, 15), 1);

  private final EvidenceInMemory evidence = new EvidenceInMemory();

  @Test
  void addsUpTheResponsesOfACustomerHoweverItIsWritten() {
    given("P-1", "Società Rossi", 5);
    given("P-1", "SOCIETA ROSSI ", 4);
    given("P-1", "Bianchi", 8);
    given("P-2", "Società Rossi", 8);

    assertThat(search())
        .containsExactly(
            new IntegrityFinding(
                IntegrityKind.CUSTOMER_OVER_CAP,
                new PartnerId("P-1"),
                "Società Rossi",
                "gave 9 responses after 2009-11-15, of which 8 count"));
    assertThat(evidence.windows).containsExactly("after 2009-11-15 up to 2010-11-15, more than 8");
  }

  @Test
  void looksAtNoCustomerWhereThePolicyDemandsNoSurvey() {
    given("P-1", "Rossi", 100);

    assertThat(search(Policies.demanding(new Toolkits(1)))).isEmpty();
    assertThat(evidence.windows).isEmpty();
  }

  @Test
  void addsUpTheReferencesOfASignatoryByEmailElseByName() {
    signed("P-1", "Anna Rossi", "anna@cliente.it", 2);
    signed("P-1", "A. Rossi", " ANNA@cliente.it", 2);
    signed("P-1", "Anna Rossi", null, 3);
    signed("P-2", "José Verdi", null, 3);
    signed("P-2", "JOSE VERDI", null, 1);
    signed("P-3", "Anna Rossi", "anna@cliente.it", 3);

    assertThat(search())
        .containsExactly(repeated("P-1", "anna@cliente.it", 4), repeated("P-2", "José Verdi", 4));
  }

  @Test
  void findsSignatoriesThatWriteFromThePartnersOwnDomain() {
    evidence.contacts.add(new Contact(new PartnerId("P-1"), "info@officina.it"));
    evidence.contacts.add(new Contact(new PartnerId("P-2"), "due@posta.it"));
    evidence.contacts.add(new Contact(new PartnerId("P-3"), "tre@posta.it"));
    evidence.contacts.add(new Contact(new PartnerId("P-4"), "quattro@GRUPPO.it"));
    evidence.signatories.add(
        byPartner("P-1", "www.negozio.it", "info@officina.it", "a@negozio.it"));
    evidence.signatories.add(
        byPartner("P-1", "www.negozio.it", "info@officina.it", "b@Officina.it"));
    evidence.signatories.add(
        byPartner("P-1", "www.negozio.it", "info@officina.it", "B@officina.it"));
    evidence.signatories.add(byPartner("P-1", "www.negozio.it", "info@officina.it", "c@altro.it"));
    // A provider of mail is nobody's own, and neither is what another partner writes from.
    evidence.signatories.add(byPartner("P-2", null, "due@posta.it", "d@posta.it"));
    evidence.signatories.add(byPartner("P-3", "https://gruppo.it", "tre@posta.it", "e@gruppo.it"));
    evidence.signatories.add(byPartner("P-4", null, "quattro@GRUPPO.it", "f@gruppo.it"));

    assertThat(search())
        .containsExactly(
            ofPartner("P-1", "a@negozio.it", 1),
            ofPartner("P-1", "b@Officina.it", 2),
            ofPartner("P-4", "f@gruppo.it", 1));
  }

  @Test
  void namesThePersonsOfACertificate() {
    evidence.certificates.add(
        new CertificatePersons(
            new CertificateId("C-1"), persons("H-2", "H-1"), new PartnerId("P-1")));

    assertThat(search())
        .containsExactly(
            new IntegrityFinding(
                IntegrityKind.CERTIFICATE_ON_TWO_PERSONS,
                new PartnerId("P-1"),
                "C-1",
                "was said to be of H-2, H-1"));
  }

  @Test
  void saysWhomAPersonIsClaimedFor() {
    claimed("H-1", false, "P-1", "P-2");
    claimed("H-2", false, null, "P-2");
    claimed("H-3", true, "P-1", "P-1");
    claimed("H-4", true, null, null);

    assertThat(search())
        .containsExactly(
            claim("P-1", "H-3", "is claimed for P-1, P-2; rows rejected; works for P-1"),
            claim("P-1", "H-4", "is claimed for P-1, P-2; rows rejected"),
            claim("P-2", "H-1", "is claimed for P-1, P-2; moved from P-1 to P-2"),
            claim("P-2", "H-2", "is claimed for P-1, P-2; works for P-2"));
  }

  @Test
  void listsByKindThenPartnerThenSubject() {
    claimed("H-1", true, null, null);
    signed("P-2", "Anna", null, 4);
    signed("P-3", "Zoe", null, 4);
    signed("P-3", "Anna", null, 4);
    given("P-9", "Rossi", 9);

    assertThat(search())
        .extracting(finding -> finding.partner() + " " + finding.subject())
        .containsExactly("P-9 Rossi", "P-2 Anna", "P-3 Anna", "P-3 Zoe", "P-1 H-1");
  }

  private List<IntegrityFinding> search() {
    return search(Policies.y2010());
  }

  private List<IntegrityFinding> search(TierPolicy policy) {
    return new IntegritySearch(NIGHT, policy, evidence).run();
  }

  private void given(String partner, String customer, long responses) {
    evidence.customers.add(
        new CustomerResponses(new PartnerId(partner), new CustomerName(customer), responses));
  }

  private void signed(String partner, String name, @Nullable String email, long references) {
    evidence.signatories.add(
        new SignedReferences(new PartnerId(partner), null, null, name, email, references));
  }

  private static SignedReferences byPartner(
      String partner, @Nullable String website, String contactEmail, String email) {
    return new SignedReferences(new PartnerId(partner), website, contactEmail, "Anna", email, 1);
  }

  private void claimed(
      String person, boolean rejected, @Nullable String before, @Nullable String now) {
    evidence.persons.add(
        new ClaimedPerson(
            new PersonId(person),
            List.of(new PartnerId("P-1"), new PartnerId("P-2")),
            rejected,
            before == null ? null : new PartnerId(before),
            now == null ? null : new PartnerId(now)));
  }

  private static List<PersonId> persons(String... ids) {
    return List.of(ids).stream().map(PersonId::new).toList();
  }

  private static IntegrityFinding repeated(String partner, String signatory, int references) {
    return new IntegrityFinding(
        IntegrityKind.SIGNATORY_REPEATED,
        new PartnerId(partner),
        signatory,
        "signed " + references + " valid references, more than 3");
  }

  private static IntegrityFinding ofPartner(String partner, String email, int references) {
    return new IntegrityFinding(
        IntegrityKind.SIGNATORY_OF_PARTNER,
        new PartnerId(partner),
        email,
        "signed from the partner's own domain; valid references: " + references);
  }

  private static IntegrityFinding claim(String partner, String person, String detail) {
    return new IntegrityFinding(
        IntegrityKind.PERSON_CLAIMED_TWICE, new PartnerId(partner), person, detail);
  }
}
