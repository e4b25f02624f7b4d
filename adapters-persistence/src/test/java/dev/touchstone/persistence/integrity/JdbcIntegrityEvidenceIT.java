package dev.touchstone.persistence.integrity;

import static dev.touchstone.application.intake.EvidenceKind.CERTIFICATIONS;
import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.application.intake.EvidenceKind.REFERENCES;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.certificate;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.intake.EvidenceRow.ReferenceRow;
import dev.touchstone.application.intake.EvidenceRow.SurveyRow;
import dev.touchstone.application.integrity.port.out.IntegrityEvidence.CertificatePersons;
import dev.touchstone.application.integrity.port.out.IntegrityEvidence.ClaimedPerson;
import dev.touchstone.application.integrity.port.out.IntegrityEvidence.CustomerResponses;
import dev.touchstone.application.integrity.port.out.IntegrityEvidence.SignedReferences;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.survey.ResponseId;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.intake.IntakeFixture;
import dev.touchstone.persistence.night.JdbcNights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcIntegrityEvidenceIT {

  private static final LocalDate WINDOW_START = LocalDate.of(2009, 11, 15);
  private static final LocalDate WINDOW_END = LocalDate.of(2010, 11, 15);

  private IntakeFixture intake;
  private JdbcNights nights;
  private JdbcIntegrityEvidence evidence;
  private NightId night;

  @BeforeEach
  void openANightWithThreePartners() {
    DataSource dataSource = MigratedDatabase.empty();
    intake = new IntakeFixture(dataSource);
    nights = new JdbcNights(dataSource);
    evidence = new JdbcIntegrityEvidence(dataSource);
    night = intake.night("2010-11-15");
    intake.take(
        night, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")), at(4, partner("P-3")));
  }

  @Test
  void groupsResponsesInTheWindowByCustomerAsWritten() {
    intake.takeSurvey(
        night,
        "alfa",
        at(2, response("1", "P-1", "2009-11-15", "Rossi")),
        at(3, response("2", "P-1", "2009-11-16", "Rossi")),
        at(4, response("3", "P-1", "2010-11-15", "ROSSI")),
        at(5, response("4", "P-1", "2010-11-16", "Rossi")),
        at(6, response("5", "P-1", "2010-06-01", "Rossi")),
        at(7, response("6", "P-2", "2010-06-01", "Bianchi")));
    intake.takeSurvey(night, "beta", at(2, response("1", "P-1", "2010-06-01", "Verdi")));
    end(night);

    assertThat(customers(night, 3))
        .containsExactly(
            given("P-1", "ROSSI", 1), given("P-1", "Rossi", 2), given("P-1", "Verdi", 1));
    assertThat(customers(night, 4)).isEmpty();
  }

  @Test
  void groupsReferencesThatAreSignedAndNotWithdrawn() {
    intake.take(
        night,
        REFERENCES,
        at(2, reference("R-1", "P-1", "Anna", "anna@c.it", "2010-11-15", null)),
        at(3, reference("R-2", "P-1", "Anna", "anna@c.it", "2010-11-01", "2010-11-16")),
        at(4, reference("R-3", "P-1", "Anna", "anna@c.it", "2010-11-01", "2010-11-15")),
        at(5, reference("R-4", "P-1", "Anna", "anna@c.it", "2010-11-16", null)),
        at(6, reference("R-5", "P-1", "Anna", null, "2010-11-01", null)),
        at(7, reference("R-6", "P-1", null, null, "2010-11-01", null)),
        at(8, reference("R-7", "P-1", "Anna", "anna@c.it", null, null)));
    end(night);

    List<SignedReferences> signed = new ArrayList<>();
    evidence.forEachSignatory(night, signed::add);
    assertThat(signed)
        .containsExactly(
            new SignedReferences(
                new PartnerId("P-1"), "https://example.it", null, "Anna", "anna@c.it", 2),
            new SignedReferences(
                new PartnerId("P-1"), "https://example.it", null, "Anna", null, 1));
  }

  @Test
  void remembersWhatTheNightKnewWhenMoreIsKnown() {
    intake.take(
        night, REFERENCES, at(2, reference("R-1", "P-1", "Anna", null, "2010-11-01", null)));
    end(night);
    NightId later = intake.night("2010-11-16");
    intake.take(
        later, REFERENCES, at(2, reference("R-1", "P-1", "Berta", null, "2010-11-01", null)));
    end(later);

    assertThat(signatoriesOf(night)).containsExactly("Anna");
    assertThat(signatoriesOf(later)).containsExactly("Berta");
  }

  @Test
  void findsCertificatesOnManyPersonsInAllVersions() {
    intake.take(
        night,
        CERTIFICATIONS,
        at(2, certificate("C-1", "H-2", "P-1")),
        at(3, certificate("C-2", "H-3", "P-1")));
    end(night);
    NightId later = intake.night("2010-11-16");
    intake.take(later, CERTIFICATIONS, at(2, certificate("C-1", "H-1", "P-2")));
    end(later);
    NightId last = intake.night("2010-11-17");
    intake.take(last, CERTIFICATIONS, at(2, certificate("C-2", "H-3", "P-1")));
    end(last);

    assertThat(evidence.listCertificatesOnManyPersons(night)).isEmpty();
    for (NightId of : List.of(later, last)) {
      assertThat(evidence.listCertificatesOnManyPersons(of))
          .containsExactly(
              new CertificatePersons(
                  new CertificateId("C-1"),
                  List.of(new PersonId("H-2"), new PersonId("H-1")),
                  new PartnerId("P-2")));
    }
  }

  @Test
  void findsPersonsWhoseRowsAreRejected() {
    intake.take(
        night,
        CERTIFICATIONS,
        at(2, certificate("C-1", "H-1", "P-2")),
        at(3, certificate("C-2", "H-1", "P-1")),
        at(4, certificate("C-3", "H-2", "P-1")));
    end(night);

    assertThat(evidence.listPersonsClaimedForManyPartners(night))
        .containsExactly(claimed("H-1", true, null, null, "P-1", "P-2"));
  }

  @Test
  void findsPersonsThatMove() {
    intake.take(night, CERTIFICATIONS, at(2, certificate("C-1", "H-1", "P-1")));
    intake.take(night, CERTIFICATIONS, at(2, certificate("C-2", "H-2", "P-1")));
    end(night);
    NightId later = intake.night("2010-11-16");
    intake.take(
        later,
        CERTIFICATIONS,
        at(2, certificate("C-1", "H-1", "P-2")),
        at(3, certificate("C-2", "H-2", "P-1")));
    end(later);
    NightId last = intake.night("2010-11-17");
    end(last);

    assertThat(evidence.listPersonsClaimedForManyPartners(night)).isEmpty();
    assertThat(evidence.listPersonsClaimedForManyPartners(later))
        .containsExactly(claimed("H-1", false, "P-1", "P-2", "P-1", "P-2"));
    assertThat(evidence.listPersonsClaimedForManyPartners(last)).isEmpty();
  }

  @Test
  void findsPersonsThatFilesOfOneNightClaimForManyPartners() {
    intake.take(night, CERTIFICATIONS, at(2, certificate("C-1", "H-1", "P-1")));
    intake.take(night, CERTIFICATIONS, at(2, certificate("C-1", "H-1", "P-2")));
    end(night);
    NightId later = intake.night("2010-11-16");
    intake.take(later, CERTIFICATIONS, at(2, certificate("C-1", "H-1", "P-3")));
    intake.take(later, CERTIFICATIONS, at(2, certificate("C-1", "H-1", "P-2")));
    end(later);

    assertThat(evidence.listPersonsClaimedForManyPartners(night))
        .containsExactly(claimed("H-1", false, null, "P-2", "P-1", "P-2"));
    assertThat(evidence.listPersonsClaimedForManyPartners(later))
        .containsExactly(claimed("H-1", false, "P-2", "P-2", "P-2", "P-3"));
  }

  @Test
  void findsPersonsThatALaterRunOfTheDateMovesBack() {
    intake.take(night, CERTIFICATIONS, at(2, certificate("C-1", "H-1", "P-1")));
    end(night);
    NightId moved = intake.night("2010-11-16");
    intake.take(moved, CERTIFICATIONS, at(2, certificate("C-1", "H-1", "P-2")));
    end(moved);
    NightId back = intake.run("2010-11-16", 2);
    intake.take(back, CERTIFICATIONS, at(2, certificate("C-1", "H-1", "P-1")));
    end(back);

    assertThat(evidence.listPersonsClaimedForManyPartners(back))
        .containsExactly(claimed("H-1", false, "P-2", "P-1", "P-1", "P-2"));
  }

  @Test
  void knowsNothingBeforeTheIntakeHasEnded() {
    assertThatThrownBy(() -> evidence.listCertificatesOnManyPersons(night))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2010-11-15 has not ended");
  }

  private void end(NightId of) {
    nights.fixEvidence(of, intake.now());
  }

  private List<CustomerResponses> customers(NightId of, int moreThan) {
    List<CustomerResponses> customers = new ArrayList<>();
    evidence.forEachCustomer(of, WINDOW_START, WINDOW_END, moreThan, customers::add);
    return customers;
  }

  private List<String> signatoriesOf(NightId of) {
    List<String> names = new ArrayList<>();
    evidence.forEachSignatory(of, signed -> names.add(String.valueOf(signed.signatoryName())));
    return names;
  }

  private static CustomerResponses given(String partner, String customer, long responses) {
    return new CustomerResponses(new PartnerId(partner), new CustomerName(customer), responses);
  }

  private static ClaimedPerson claimed(
      String person,
      boolean rejected,
      @Nullable String before,
      @Nullable String now,
      String... partners) {
    return new ClaimedPerson(
        new PersonId(person),
        Stream.of(partners).map(PartnerId::new).toList(),
        rejected,
        before == null ? null : new PartnerId(before),
        now == null ? null : new PartnerId(now));
  }

  private static SurveyRow response(String id, String partner, String date, String customer) {
    return new SurveyRow(
        new ResponseId(id),
        new PartnerId(partner),
        LocalDate.parse(date),
        new CustomerName(customer),
        8,
        null,
        null,
        null);
  }

  private static ReferenceRow reference(
      String id,
      String partner,
      @Nullable String signatory,
      @Nullable String email,
      @Nullable String signedOn,
      @Nullable String withdrawnOn) {
    return new ReferenceRow(
        new ReferenceId(id),
        new PartnerId(partner),
        new SpecializationCode("CRM"),
        new CustomerName("Cliente"),
        null,
        signatory,
        email,
        LocalDate.of(2010, 3, 1),
        signedOn == null ? null : LocalDate.parse(signedOn),
        null,
        withdrawnOn == null ? null : LocalDate.parse(withdrawnOn));
  }
}
