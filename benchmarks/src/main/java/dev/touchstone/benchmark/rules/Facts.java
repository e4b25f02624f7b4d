package dev.touchstone.benchmark.rules;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.Certification;
import dev.touchstone.domain.certification.PersonAtPartner;
import dev.touchstone.domain.partner.Enrollment;
import dev.touchstone.domain.reference.Reference;
import dev.touchstone.domain.survey.SurveyResponse;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.time.Validity;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the rules read: the evidence with days as numbers, customers folded and certificates joined
 * to what accepts them, so that the rules are spared this work.
 */
public final class Facts {

  private static final long NEVER = Long.MAX_VALUE;

  private Facts() {}

  /** The date that is asked about, and the last day before its window of responses. */
  public static final class Question {
    private final long day;
    private final long windowAfter;

    Question(LocalDate date, Period window) {
      this.day = date.toEpochDay();
      this.windowAfter = date.minus(window).toEpochDay();
    }

    /** The date. */
    public long getDay() {
      return day;
    }

    /** Responses count from the day after this one on. */
    public long getWindowAfter() {
      return windowAfter;
    }
  }

  /** Since when a partner is registered. */
  public static final class Registration {
    private final long day;

    Registration(LocalDate registeredOn) {
      this.day = registeredOn.toEpochDay();
    }

    /** The first day. */
    public long getDay() {
      return day;
    }
  }

  /** A status from a day on. */
  public static final class Status {
    private final long from;
    private final String status;

    Status(LocalDate from, String status) {
      this.from = from.toEpochDay();
      this.status = status;
    }

    /** The first day. */
    public long getFrom() {
      return from;
    }

    /** Its name. */
    public String getStatus() {
      return status;
    }
  }

  /** A toolkit or a competency. */
  public static final class Enrolled {
    private final String kind;
    private final String specialization;
    private final long from;
    private final long until;

    Enrolled(Enrollment enrollment) {
      this.kind = enrollment.kind().name();
      this.specialization = enrollment.specialization().value();
      this.from = enrollment.validity().from().toEpochDay();
      this.until = endOf(enrollment.validity().until());
    }

    /** TOOLKIT or COMPETENCY. */
    public String getKind() {
      return kind;
    }

    /** Its code. */
    public String getSpecialization() {
      return specialization;
    }

    /** The first day. */
    public long getFrom() {
      return from;
    }

    /** The first day on which it no longer holds. */
    public long getUntil() {
      return until;
    }
  }

  /** A person works for the partner. */
  public static final class Employment {
    private final String person;
    private final long from;
    private final long until;

    Employment(String person, Validity validity) {
      this.person = person;
      this.from = validity.from().toEpochDay();
      this.until = endOf(validity.until());
    }

    /** The person's id. */
    public String getPerson() {
      return person;
    }

    /** The first day. */
    public long getFrom() {
      return from;
    }

    /** The first day on which the person no longer does. */
    public long getUntil() {
      return until;
    }
  }

  /** A person's certificate. */
  public static final class Certificate {
    private final String person;
    private final Set<String> acceptedFor;
    private final long from;
    private final long until;

    Certificate(String person, Certification certification, Catalog catalog) {
      this.person = person;
      this.acceptedFor =
          catalog.listAccepting(certification.code()).stream()
              .map(SpecializationCode::value)
              .collect(Collectors.toUnmodifiableSet());
      this.from = certification.awardedOn().toEpochDay();
      this.until = Math.min(endOf(certification.expiresOn()), endOf(certification.revokedOn()));
    }

    /** The person's id. */
    public String getPerson() {
      return person;
    }

    /** The specializations that accept its code. */
    public Set<String> getAcceptedFor() {
      return acceptedFor;
    }

    /** The first day. */
    public long getFrom() {
      return from;
    }

    /** The first day on which it no longer counts. */
    public long getUntil() {
      return until;
    }
  }

  /** A customer's reference. */
  public static final class Signed {
    private final String specialization;
    private final long from;
    private final long until;

    Signed(Reference reference) {
      this.specialization = reference.specialization().value();
      this.from = endOf(reference.signedOn());
      this.until = endOf(reference.withdrawnOn());
    }

    /** What it is about. */
    public String getSpecialization() {
      return specialization;
    }

    /** The day of the signature. */
    public long getFrom() {
      return from;
    }

    /** The first day on which it no longer counts. */
    public long getUntil() {
      return until;
    }
  }

  /** A customer's answer to a survey. */
  public static final class Response {
    private final String vendor;
    private final String id;
    private final String customer;
    private final long day;
    private final int satisfaction;

    Response(SurveyResponse response) {
      this.vendor = response.vendor().value();
      this.id = response.id().value();
      this.customer = response.customer().folded();
      this.day = response.date().toEpochDay();
      this.satisfaction = response.satisfaction();
    }

    /** The customer's folded name. */
    public String getCustomer() {
      return customer;
    }

    /** The day of the answer. */
    public long getDay() {
      return day;
    }

    /** From 1 to 10. */
    public int getSatisfaction() {
      return satisfaction;
    }

    /** Whether it counts before the other one of its customer. */
    public boolean precedes(Response other) {
      if (day != other.day) {
        return day > other.day;
      }
      int byId = id.compareTo(other.id);
      return byId != 0 ? byId < 0 : vendor.compareTo(other.vendor) < 0;
    }
  }

  /** All facts on one partner. */
  static List<Object> of(PartnerEvidence evidence, LocalDate date, Period window, Catalog catalog) {
    List<Object> facts = new ArrayList<>();
    facts.add(new Question(date, window));
    facts.add(new Registration(evidence.partner().registeredOn()));
    evidence
        .statuses()
        .forEach(change -> facts.add(new Status(change.from(), change.status().name())));
    evidence.enrollments().forEach(enrollment -> facts.add(new Enrolled(enrollment)));
    for (PersonAtPartner person : evidence.people()) {
      String id = person.id().value();
      person.employments().forEach(employment -> facts.add(new Employment(id, employment)));
      person
          .certifications()
          .forEach(certification -> facts.add(new Certificate(id, certification, catalog)));
    }
    evidence.references().forEach(reference -> facts.add(new Signed(reference)));
    evidence.responses().forEach(response -> facts.add(new Response(response)));
    return List.copyOf(facts);
  }

  private static long endOf(@Nullable LocalDate day) {
    return day == null ? NEVER : day.toEpochDay();
  }
}
