package dev.touchstone.domain.tier.path;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.Specialization;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.Certification;
import dev.touchstone.domain.certification.PersonAtPartner;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.Enrollment;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.reference.Reference;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.survey.ResponseId;
import dev.touchstone.domain.survey.SurveyResponse;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.time.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The evidence as it would be if steps were taken on a date. What it makes up has ids and customers
 * that begin with a character that Unicode keeps out of texts.
 */
public final class StepTaker {

  private static final String MADE_UP = "\uFFFF";
  private static final SurveyVendor VENDOR = new SurveyVendor(MADE_UP);

  private final Catalog catalog;
  private final LocalDate date;
  private PartnerEvidence evidence;
  private int madeUp;

  /** Starts from the evidence as it is. */
  public StepTaker(Catalog catalog, PartnerEvidence evidence, LocalDate date) {
    this.catalog = catalog;
    this.evidence = evidence;
    this.date = date;
  }

  /** The evidence after the steps taken so far. */
  public PartnerEvidence evidence() {
    return evidence;
  }

  /** Takes a step as it is proposed. */
  public void take(PathStep step) {
    if (step instanceof PathStep.RequestCompetency request) {
      request(request.specialization());
    } else if (step instanceof PathStep.GetToolkit toolkit) {
      enroll(toolkit.specialization(), EnrollmentKind.TOOLKIT);
    } else if (step instanceof PathStep.CertifyPerson certify) {
      certifySomebody(certify.specialization());
    } else if (step instanceof PathStep.GetReference reference) {
      reference(reference.specialization());
    } else if (step instanceof PathStep.GetResponses responses) {
      respond(responses);
    }
  }

  void request(SpecializationCode specialization) {
    enroll(specialization, EnrollmentKind.COMPETENCY);
  }

  private void enroll(SpecializationCode specialization, EnrollmentKind kind) {
    List<Enrollment> enrollments = new ArrayList<>(evidence.enrollments());
    enrollments.add(new Enrollment(specialization, kind, Validity.since(date)));
    evidence =
        new PartnerEvidence(
            evidence.partner(),
            evidence.statuses(),
            enrollments,
            evidence.people(),
            evidence.references(),
            evidence.responses());
  }

  /** Certifies somebody new. */
  void certifySomebody(SpecializationCode specialization) {
    certifySomebody(findCode(catalog, specialization).orElseThrow());
  }

  void certifySomebody(CertificationCode code) {
    madeUp++;
    List<PersonAtPartner> people = new ArrayList<>(evidence.people());
    people.add(
        new PersonAtPartner(
            new PersonId(MADE_UP + madeUp),
            List.of(Validity.since(LocalDate.MIN)),
            List.of(certification(code))));
    withPeople(people);
  }

  /** Certifies somebody who works for the partner. */
  void certify(PersonId person, SpecializationCode specialization) {
    madeUp++;
    CertificationCode code = findCode(catalog, specialization).orElseThrow();
    List<PersonAtPartner> people = new ArrayList<>();
    for (PersonAtPartner at : evidence.people()) {
      if (at.id().equals(person)) {
        List<Certification> certifications = new ArrayList<>(at.certifications());
        certifications.add(certification(code));
        people.add(new PersonAtPartner(person, at.employments(), certifications));
      } else {
        people.add(at);
      }
    }
    withPeople(people);
  }

  private Certification certification(CertificationCode code) {
    return new Certification(new CertificateId(MADE_UP + madeUp), code, date, null, null);
  }

  private void withPeople(List<PersonAtPartner> people) {
    people.sort(Comparator.comparing(PersonAtPartner::id));
    evidence =
        new PartnerEvidence(
            evidence.partner(),
            evidence.statuses(),
            evidence.enrollments(),
            people,
            evidence.references(),
            evidence.responses());
  }

  void reference(SpecializationCode specialization) {
    madeUp++;
    List<Reference> references = new ArrayList<>(evidence.references());
    references.add(
        new Reference(
            new ReferenceId(MADE_UP + madeUp),
            specialization,
            new CustomerName(MADE_UP + madeUp),
            date,
            null));
    evidence =
        new PartnerEvidence(
            evidence.partner(),
            evidence.statuses(),
            evidence.enrollments(),
            evidence.people(),
            references,
            evidence.responses());
  }

  private void respond(PathStep.GetResponses step) {
    List<SurveyResponse> responses = new ArrayList<>(evidence.responses());
    int sum = step.satisfactionSum();
    for (int left = step.responses(); left > 0; left--) {
      madeUp++;
      int satisfaction = sum / left;
      sum -= satisfaction;
      responses.add(
          new SurveyResponse(
              VENDOR,
              new ResponseId(MADE_UP + madeUp),
              date,
              new CustomerName(MADE_UP + madeUp),
              satisfaction));
    }
    evidence =
        new PartnerEvidence(
            evidence.partner(),
            evidence.statuses(),
            evidence.enrollments(),
            evidence.people(),
            evidence.references(),
            responses);
  }

  /** A code that the specialization accepts, the first; empty where nobody can be certified. */
  static Optional<CertificationCode> findCode(Catalog catalog, SpecializationCode specialization) {
    return catalog
        .findSpecialization(specialization)
        .map(Specialization::accepts)
        .flatMap(codes -> codes.stream().min(Comparator.naturalOrder()));
  }
}
