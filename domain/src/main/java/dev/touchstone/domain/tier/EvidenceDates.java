package dev.touchstone.domain.tier;

import dev.touchstone.domain.certification.Certification;
import dev.touchstone.domain.certification.PersonAtPartner;
import dev.touchstone.domain.partner.Enrollment;
import dev.touchstone.domain.partner.StatusChange;
import dev.touchstone.domain.reference.Reference;
import dev.touchstone.domain.survey.SurveyResponse;
import dev.touchstone.domain.time.Validity;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The dates on which a fact begins or ceases to count (domain.md, Dates). Between two of them a
 * {@link TierDecision} stays the same but for its date, so whoever follows a partner through time
 * decides on these alone.
 */
public final class EvidenceDates {

  private final LocalDate after;
  private final LocalDate upTo;
  private final Consumer<LocalDate> found;

  private EvidenceDates(LocalDate after, LocalDate upTo, Consumer<LocalDate> found) {
    this.after = after;
    this.upTo = upTo;
    this.found = found;
  }

  /**
   * The dates in order, in a set that is the caller's to change.
   *
   * @param policy whose periods of validity and survey windows count
   * @param after the day after which to look
   * @param upTo the last day to look at
   */
  public static NavigableSet<LocalDate> between(
      TierPolicy policy, PartnerEvidence evidence, LocalDate after, LocalDate upTo) {
    NavigableSet<LocalDate> dates = new TreeSet<>();
    new EvidenceDates(after, upTo, dates::add).addAll(policy, evidence);
    return dates;
  }

  /**
   * The first of the dates; null where there is none.
   *
   * @param policy whose periods of validity and survey windows count
   * @param after the day after which to look
   */
  public static @Nullable LocalDate findFirst(
      TierPolicy policy, PartnerEvidence evidence, LocalDate after) {
    LocalDate[] first = {LocalDate.MAX};
    new EvidenceDates(
            after,
            LocalDate.MAX,
            date -> {
              if (date.isBefore(first[0])) {
                first[0] = date;
              }
            })
        .addAll(policy, evidence);
    return first[0].equals(LocalDate.MAX) ? null : first[0];
  }

  private void addAll(TierPolicy policy, PartnerEvidence evidence) {
    add(evidence.partner().registeredOn());
    for (StatusChange change : evidence.statuses()) {
      add(change.from());
    }
    for (Enrollment enrollment : evidence.enrollments()) {
      add(enrollment.validity());
    }
    for (PersonAtPartner person : evidence.people()) {
      add(person);
    }
    List<Period> validFor = listValidFor(policy);
    for (Reference reference : evidence.references()) {
      add(reference, validFor);
    }
    List<Criterion.Survey> surveys = listSurveys(policy);
    for (SurveyResponse response : evidence.responses()) {
      add(response, surveys);
    }
  }

  private void add(PersonAtPartner person) {
    person.employments().forEach(this::add);
    for (Certification certification : person.certifications()) {
      add(certification.awardedOn());
      add(certification.expiresOn());
      add(certification.revokedOn());
    }
  }

  private void add(Reference reference, List<Period> validFor) {
    LocalDate signedOn = reference.signedOn();
    if (signedOn == null) {
      return;
    }
    add(signedOn);
    add(reference.withdrawnOn());
    for (Period period : validFor) {
      add(signedOn.plus(period));
    }
  }

  private void add(SurveyResponse response, List<Criterion.Survey> surveys) {
    add(response.date());
    for (Criterion.Survey survey : surveys) {
      add(survey.firstDayWithout(response.date()));
    }
  }

  private void add(Validity validity) {
    add(validity.from());
    add(validity.until());
  }

  /** LocalDate.MIN, "from the start", is never after a day. */
  private void add(@Nullable LocalDate date) {
    if (date != null && date.isAfter(after) && !date.isAfter(upTo)) {
      found.accept(date);
    }
  }

  private static List<Period> listValidFor(TierPolicy policy) {
    List<Period> periods = new ArrayList<>();
    for (Criterion.References references : listCriteria(Criterion.References.class, policy)) {
      if (references.validFor() != null) {
        periods.add(references.validFor());
      }
    }
    return periods;
  }

  private static List<Criterion.Survey> listSurveys(TierPolicy policy) {
    List<Criterion.Survey> surveys = listCriteria(Criterion.Survey.class, policy);
    // Numbers are shown all the same.
    return surveys.isEmpty() ? List.of(ShownNumbers.DEFAULT_SURVEY) : surveys;
  }

  private static <C extends Criterion> List<C> listCriteria(Class<C> kind, TierPolicy policy) {
    return policy.tiers().stream()
        .flatMap(requirement -> requirement.criteria().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .distinct()
        .toList();
  }
}
