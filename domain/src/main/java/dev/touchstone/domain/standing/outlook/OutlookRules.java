package dev.touchstone.domain.standing.outlook;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.Certification;
import dev.touchstone.domain.certification.PersonAtPartner;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.tier.EvidenceDates;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierDecider;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Works out the outlook of an earned tier, waivers left aside. It decides anew: without each person
 * and each certificate, and on each later day on which evidence begins or ceases to count.
 */
public final class OutlookRules {

  private final TierDecider decider;
  private final FallCauses causes;
  private final List<TierPolicy> policies;

  /**
   * @param policies all versions, in the order in which they take effect
   */
  public OutlookRules(Catalog catalog, List<TierPolicy> policies) {
    this.decider = new TierDecider(catalog);
    this.causes = new FallCauses(catalog, decider);
    this.policies = List.copyOf(policies);
  }

  /**
   * The outlook on a date; empty where the partner has no tier.
   *
   * @throws IllegalArgumentException if no policy is in force on the date
   */
  public Optional<Outlook> find(PartnerEvidence evidence, LocalDate date) {
    int inForce = findInForce(date);
    TierPolicy policy = policies.get(inForce);
    Tier earned = decider.earned(policy, evidence, date);
    if (earned == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Outlook(
            listCriticalPeople(policy, evidence, date, earned),
            listCriticalCertificates(policy, evidence, date, earned),
            findFall(inForce, evidence, date, earned)));
  }

  private List<PersonId> listCriticalPeople(
      TierPolicy policy, PartnerEvidence evidence, LocalDate date, Tier earned) {
    return evidence.people().stream()
        .filter(person -> person.isEmployedOn(date))
        .filter(
            person -> {
              List<PersonAtPartner> others = new ArrayList<>(evidence.people());
              others.remove(person);
              return isLower(policy, with(evidence, others), date, earned);
            })
        .map(PersonAtPartner::id)
        .sorted()
        .toList();
  }

  private List<CertificateId> listCriticalCertificates(
      TierPolicy policy, PartnerEvidence evidence, LocalDate date, Tier earned) {
    return evidence.people().stream()
        .filter(person -> person.isEmployedOn(date))
        .flatMap(
            person ->
                person.certifications().stream()
                    .filter(certification -> certification.isValidOn(date))
                    .filter(
                        certification ->
                            isLower(policy, without(evidence, person, certification), date, earned))
                    .map(Certification::id))
        .sorted()
        .toList();
  }

  private static PartnerEvidence without(
      PartnerEvidence evidence, PersonAtPartner person, Certification certification) {
    List<Certification> left = new ArrayList<>(person.certifications());
    left.remove(certification);
    List<PersonAtPartner> people = new ArrayList<>(evidence.people());
    people.set(
        people.indexOf(person), new PersonAtPartner(person.id(), person.employments(), left));
    return with(evidence, people);
  }

  private static PartnerEvidence with(PartnerEvidence evidence, List<PersonAtPartner> people) {
    return new PartnerEvidence(
        evidence.partner(),
        evidence.statuses(),
        evidence.enrollments(),
        people,
        evidence.references(),
        evidence.responses());
  }

  private boolean isLower(
      TierPolicy policy, PartnerEvidence evidence, LocalDate date, Tier earned) {
    return isLower(policy.ladder(), decider.earned(policy, evidence, date), earned);
  }

  private static boolean isLower(Ladder ladder, @Nullable Tier then, Tier earned) {
    return then == null || ladder.compare(then, earned) < 0;
  }

  private @Nullable Fall findFall(
      int inForce, PartnerEvidence evidence, LocalDate date, Tier earned) {
    for (int i = inForce; i < policies.size(); i++) {
      TierPolicy policy = policies.get(i);
      LocalDate lastDay =
          i + 1 < policies.size()
              ? policies.get(i + 1).effectiveFrom().minusDays(1)
              : LocalDate.MAX;
      LocalDate after = i == inForce ? date : policy.effectiveFrom().minusDays(1);
      NavigableSet<LocalDate> days = new EvidenceDates(policy).between(evidence, after, lastDay);
      if (i > inForce) {
        days.add(policy.effectiveFrom());
      }
      for (LocalDate day : days) {
        Tier then = decider.earned(policy, evidence, day);
        if (isLower(policy.ladder(), then, earned)) {
          TierPolicy before =
              day.equals(policy.effectiveFrom()) && i > 0 ? policies.get(i - 1) : policy;
          return causes.explain(before, policy, evidence, day, earned, then);
        }
      }
    }
    return null;
  }

  private int findInForce(LocalDate date) {
    for (int i = policies.size() - 1; i >= 0; i--) {
      if (!policies.get(i).effectiveFrom().isAfter(date)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No tier policy is in force on " + date);
  }
}
