package dev.touchstone.domain.tier.path;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.tier.PartnerEvidence;
import java.util.List;

/**
 * What it takes to meet the criteria that hang together: competencies to request, people to certify
 * and references to get.
 *
 * @param requests the competencies to request
 * @param certifications in what to certify one more person each
 * @param references on what to get one more reference each
 */
record StaffingPlan(
    List<SpecializationCode> requests,
    List<SpecializationCode> certifications,
    List<SpecializationCode> references) {

  StaffingPlan {
    requests = List.copyOf(requests);
    certifications = List.copyOf(certifications);
    references = List.copyOf(references);
  }

  int size() {
    return requests.size() + certifications.size() + references.size();
  }

  /** Takes its steps. */
  PartnerEvidence takenFrom(StepTaker taker) {
    requests.forEach(taker::request);
    certifications.forEach(taker::certifySomebody);
    references.forEach(taker::reference);
    return taker.evidence();
  }
}
