package dev.touchstone.domain.tier;

import dev.touchstone.domain.certification.PersonAtPartner;
import dev.touchstone.domain.partner.Enrollment;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.partner.StatusChange;
import dev.touchstone.domain.reference.Reference;
import dev.touchstone.domain.survey.SurveyResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All facts about one partner with the dates on which they hold, as known at one moment (domain.md,
 * Evidence). With a date it makes a dossier.
 *
 * @param partner the profile
 * @param statuses the changes of status in order of their days, the first from {@link
 *     LocalDate#MIN}
 * @param enrollments toolkits and competencies, in any order
 * @param people everybody who works or worked for the partner, in order of person ids
 * @param references in any order
 * @param responses in any order
 */
public record PartnerEvidence(
    Partner partner,
    List<StatusChange> statuses,
    List<Enrollment> enrollments,
    List<PersonAtPartner> people,
    List<Reference> references,
    List<SurveyResponse> responses) {

  /** Copies the lists. */
  public PartnerEvidence {
    statuses = List.copyOf(statuses);
    enrollments = List.copyOf(enrollments);
    people = List.copyOf(people);
    references = List.copyOf(references);
    responses = List.copyOf(responses);
    if (statuses.isEmpty()) {
      throw new IllegalArgumentException("Partner " + partner.id() + " has no status");
    }
  }

  /** The partner's status on the day. */
  public PartnerStatus statusOn(LocalDate day) {
    PartnerStatus status = statuses.get(0).status();
    for (StatusChange change : statuses) {
      if (change.from().isAfter(day)) {
        break;
      }
      status = change.status();
    }
    return status;
  }

  /** Whether the partner is registered by the day and active on it: only then it has a tier. */
  public boolean takesPartOn(LocalDate day) {
    return findUndecidedOn(day).isEmpty();
  }

  /** Why the partner has no tier on the day (domain.md, Dates); empty where it takes part. */
  public Optional<Undecided> findUndecidedOn(LocalDate day) {
    if (day.isBefore(partner.registeredOn())) {
      return Optional.of(Undecided.NOT_YET_REGISTERED);
    }
    return switch (statusOn(day)) {
      case ACTIVE -> Optional.empty();
      case SUSPENDED -> Optional.of(Undecided.SUSPENDED);
      case LEFT -> Optional.of(Undecided.LEFT);
    };
  }
}
