package dev.touchstone.domain.tier;

import dev.touchstone.domain.certification.Certification;
import dev.touchstone.domain.certification.PersonAtPartner;
import dev.touchstone.domain.partner.Enrollment;
import dev.touchstone.domain.partner.EnrollmentKind;
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
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The dates on which a fact begins or ceases to count under a policy (domain.md, Dates). Between
 * two of them a {@link TierDecision} stays the same but for its date, so whoever follows a partner
 * through time decides on these alone.
 */
public final class EvidenceDates {

  private final List<Period> validFor;
  private final List<Criterion.Survey> surveys;

  /**
   * @param policy whose periods of validity and survey windows count
   */
  public EvidenceDates(TierPolicy policy) {
    this.validFor = listValidFor(policy);
    this.surveys = listSurveys(policy);
  }

  /**
   * The dates in order, in a set that is the caller's to change.
   *
   * @param after the day after which to look
   * @param upTo the last day to look at
   */
  public NavigableSet<LocalDate> between(
      PartnerEvidence evidence, LocalDate after, LocalDate upTo) {
    NavigableSet<LocalDate> dates = new TreeSet<>();
    Span span = new Span(after, upTo, (day, topic) -> dates.add(day));
    span.addFacts(evidence);
    span.addResponsesLeaving(evidence.responses());
    return dates;
  }

  /** The dates with the topics of the evidence that changes on them. */
  ChangeDays listChanges(PartnerEvidence evidence, LocalDate after, LocalDate upTo) {
    ChangeDays changes = new ChangeDays();
    Span span = new Span(after, upTo, changes::add);
    span.addFacts(evidence);
    span.addResponsesLeaving(evidence.responses());
    changes.sort();
    return changes;
  }

  /**
   * The first of the dates; null where there is none.
   *
   * @param after the day after which to look
   */
  public @Nullable LocalDate findFirst(PartnerEvidence evidence, LocalDate after) {
    First first = new First();
    Span span = new Span(after, LocalDate.MAX, first);
    span.addFacts(evidence);
    span.addFirstResponseLeaving(evidence.responses());
    return first.day.equals(LocalDate.MAX) ? null : first.day;
  }

  private static final class First implements BiConsumer<LocalDate, EvidenceTopic> {

    private LocalDate day = LocalDate.MAX;

    @Override
    public void accept(LocalDate other, EvidenceTopic topic) {
      if (other.isBefore(day)) {
        day = other;
      }
    }
  }

  /** A search of some days. */
  private final class Span {

    private final LocalDate after;
    private final LocalDate upTo;
    private final BiConsumer<LocalDate, EvidenceTopic> found;

    Span(LocalDate after, LocalDate upTo, BiConsumer<LocalDate, EvidenceTopic> found) {
      this.after = after;
      this.upTo = upTo;
      this.found = found;
    }

    /** All but the days on which responses leave a window. */
    void addFacts(PartnerEvidence evidence) {
      add(evidence.partner().registeredOn(), EvidenceTopic.PARTICIPATION);
      for (StatusChange change : evidence.statuses()) {
        add(change.from(), EvidenceTopic.PARTICIPATION);
      }
      for (Enrollment enrollment : evidence.enrollments()) {
        add(
            enrollment.validity(),
            enrollment.kind() == EnrollmentKind.TOOLKIT
                ? EvidenceTopic.TOOLKIT
                : EvidenceTopic.COMPETENCY);
      }
      for (PersonAtPartner person : evidence.people()) {
        add(person);
      }
      for (Reference reference : evidence.references()) {
        add(reference);
      }
      for (SurveyResponse response : evidence.responses()) {
        add(response.date(), EvidenceTopic.RESPONSE);
      }
    }

    private void add(PersonAtPartner person) {
      for (Validity employment : person.employments()) {
        add(employment, EvidenceTopic.PERSON);
      }
      for (Certification certification : person.certifications()) {
        add(certification.awardedOn(), EvidenceTopic.PERSON);
        add(certification.expiresOn(), EvidenceTopic.PERSON);
        add(certification.revokedOn(), EvidenceTopic.PERSON);
      }
    }

    private void add(Reference reference) {
      LocalDate signedOn = reference.signedOn();
      if (signedOn == null) {
        return;
      }
      add(signedOn, EvidenceTopic.REFERENCE);
      add(reference.withdrawnOn(), EvidenceTopic.REFERENCE);
      for (Period period : validFor) {
        add(signedOn.plus(period), EvidenceTopic.REFERENCE);
      }
    }

    void addResponsesLeaving(List<SurveyResponse> responses) {
      for (Criterion.Survey survey : surveys) {
        LocalDate outOnFirstDay = survey.lastDayBeforeWindow(after);
        LocalDate outOnLastDay = survey.lastDayBeforeWindow(upTo);
        for (SurveyResponse response : responses) {
          LocalDate date = response.date();
          if (date.isAfter(outOnFirstDay) && !date.isAfter(outOnLastDay)) {
            add(survey.firstDayWithout(date), EvidenceTopic.RESPONSE);
          }
        }
      }
    }

    /** The earlier a response, the earlier it leaves. */
    void addFirstResponseLeaving(List<SurveyResponse> responses) {
      for (Criterion.Survey survey : surveys) {
        LocalDate outAlready = survey.lastDayBeforeWindow(after);
        LocalDate first = null;
        for (SurveyResponse response : responses) {
          LocalDate date = response.date();
          if (date.isAfter(outAlready) && (first == null || date.isBefore(first))) {
            first = date;
          }
        }
        if (first != null) {
          add(survey.firstDayWithout(first), EvidenceTopic.RESPONSE);
        }
      }
    }

    private void add(Validity validity, EvidenceTopic topic) {
      add(validity.from(), topic);
      add(validity.until(), topic);
    }

    /** LocalDate.MIN, "from the start", is never after a day. */
    private void add(@Nullable LocalDate date, EvidenceTopic topic) {
      if (date != null && date.isAfter(after) && !date.isAfter(upTo)) {
        found.accept(date, topic);
      }
    }
  }

  private static List<Period> listValidFor(TierPolicy policy) {
    List<Period> periods = new ArrayList<>();
    for (Criterion.References references : listCriteria(Criterion.References.class, policy)) {
      if (references.validFor() != null && !periods.contains(references.validFor())) {
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
