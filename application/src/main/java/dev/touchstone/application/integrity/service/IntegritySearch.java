package dev.touchstone.application.integrity.service;

import dev.touchstone.application.integrity.IntegrityFinding;
import dev.touchstone.application.integrity.IntegrityKind;
import dev.touchstone.application.integrity.port.out.IntegrityEvidence;
import dev.touchstone.application.integrity.port.out.IntegrityEvidence.CertificatePersons;
import dev.touchstone.application.integrity.port.out.IntegrityEvidence.ClaimedPerson;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.text.Text;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.time.NightId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Looks for each kind of oddity in the evidence of one night. */
final class IntegritySearch {

  private static final Comparator<IntegrityFinding> BY_KIND_PARTNER_SUBJECT =
      Comparator.comparing(IntegrityFinding::kind)
          .thenComparing(IntegrityFinding::partner)
          .thenComparing(IntegrityFinding::subject, Text.BYTE_ORDER);

  private final NightId night;
  private final TierPolicy policy;
  private final IntegrityEvidence evidence;
  private final List<IntegrityFinding> found = new ArrayList<>();

  IntegritySearch(NightId night, TierPolicy policy, IntegrityEvidence evidence) {
    this.night = night;
    this.policy = policy;
    this.evidence = evidence;
  }

  /** What was found, by kind, partner and subject. */
  List<IntegrityFinding> run() {
    List<Tier> tiers = policy.ladder().tiers();
    policy
        .findHighest(Criterion.Survey.class, tiers.get(tiers.size() - 1))
        .ifPresent(this::addCustomersOverCap);
    addSignatories();
    addCertificatesOnManyPersons();
    addPersonsClaimed();
    found.sort(BY_KIND_PARTNER_SUBJECT);
    return found;
  }

  private void addCustomersOverCap(Criterion.Survey survey) {
    LocalDate upTo = night.businessDate();
    LocalDate after = upTo.minus(survey.window());
    int cap = survey.maxPerCustomer();
    PartnerTally tally =
        new PartnerTally(
            (partner, customer, responses) -> {
              if (responses > cap) {
                add(
                    IntegrityKind.CUSTOMER_OVER_CAP,
                    partner,
                    customer,
                    "gave %d responses after %s, of which %d count"
                        .formatted(responses, after, cap));
              }
            });
    evidence.forEachCustomer(
        night,
        after,
        upTo,
        cap,
        given -> tally.add(given.partner(), given.customer().value(), given.responses()));
    tally.finish();
  }

  /** Reads who signed once: for who signed often, and for whom that looks like the partner. */
  private void addSignatories() {
    int most = policy.integrity().referencesPerSignatory();
    List<OwnDomainSignatory> suspects = new ArrayList<>();
    PartnerTally repeated =
        new PartnerTally(
            (partner, signatory, references) -> {
              if (references > most) {
                add(
                    IntegrityKind.SIGNATORY_REPEATED,
                    partner,
                    signatory,
                    "signed %d valid references, more than %d".formatted(references, most));
              }
            });
    evidence.forEachSignatory(
        night,
        signed -> {
          String signatory =
              signed.signatoryEmail() != null ? signed.signatoryEmail() : signed.signatoryName();
          if (signatory != null) {
            repeated.add(signed.partner(), signatory, signed.references());
          }
          OwnDomainSignatory.find(signed).ifPresent(suspects::add);
        });
    repeated.finish();
    if (!suspects.isEmpty()) {
      addSignatoriesOfPartners(suspects);
    }
  }

  private void addSignatoriesOfPartners(List<OwnDomainSignatory> suspects) {
    ContactDomains contacts =
        new ContactDomains(
            suspects.stream().map(OwnDomainSignatory::domain).collect(Collectors.toSet()));
    evidence.forEachContact(night, contacts::add);
    PartnerTally tally =
        new PartnerTally(
            (partner, email, references) ->
                add(
                    IntegrityKind.SIGNATORY_OF_PARTNER,
                    partner,
                    email,
                    "signed from the partner's own domain; valid references: " + references));
    for (OwnDomainSignatory suspect : suspects) {
      if (!contacts.isOfOthers(suspect.domain(), suspect.partner())) {
        tally.add(suspect.partner(), suspect.email(), suspect.references());
      }
    }
    tally.finish();
  }

  private void addCertificatesOnManyPersons() {
    for (CertificatePersons held : evidence.listCertificatesOnManyPersons(night)) {
      add(
          IntegrityKind.CERTIFICATE_ON_TWO_PERSONS,
          held.partner(),
          held.certificate().value(),
          "was said to be of " + join(held.persons()));
    }
  }

  private void addPersonsClaimed() {
    for (ClaimedPerson person : evidence.listPersonsClaimedForManyPartners(night)) {
      PartnerId now = person.now();
      add(
          IntegrityKind.PERSON_CLAIMED_TWICE,
          now != null ? now : person.claimedFor().get(0),
          person.person().value(),
          wordsOf(person));
    }
  }

  private void add(IntegrityKind kind, PartnerId partner, String subject, String detail) {
    found.add(new IntegrityFinding(kind, partner, subject, detail));
  }

  private static String wordsOf(ClaimedPerson person) {
    String words = "is claimed for " + join(person.claimedFor());
    if (person.rejected()) {
      words += "; rows rejected";
    }
    if (person.now() == null) {
      return words;
    }
    return person.before() == null || person.before().equals(person.now())
        ? words + "; works for " + person.now()
        : words + "; moved from " + person.before() + " to " + person.now();
  }

  private static String join(Collection<?> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
