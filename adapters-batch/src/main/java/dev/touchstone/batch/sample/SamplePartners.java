package dev.touchstone.batch.sample;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.Specialization;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.PartnerStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Invents partners, each from the seed and its number alone: every file can be written in a pass of
 * its own, and any number of partners takes no memory.
 */
final class SamplePartners {

  /** Of a thousand partners, where each kind ends. */
  private static final int GOLD = 30;

  private static final int SILVER = 120;
  private static final int SUBSCRIBER = 400;

  private final List<Specialization> specializations;
  private final long seed;
  private final LocalDate today;

  SamplePartners(Catalog catalog, long seed, LocalDate today) {
    this.specializations =
        catalog.listSpecializations().stream().filter(s -> !s.accepts().isEmpty()).toList();
    this.seed = seed;
    this.today = today;
  }

  SamplePartner get(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    int lot = random.nextInt(1000);
    String id = String.format("P-%07d", number);
    String name = SampleWords.company(random);
    String[] city = SampleWords.city(random);
    LocalDate registeredOn = today.minusDays(30 + random.nextInt(2500));
    List<Specialization> requested =
        lot < GOLD
            ? draw(4 + random.nextInt(3), random)
            : lot < SILVER ? draw(2 + random.nextInt(3), random) : List.of();
    List<SamplePartner.Enrolled> enrollments = new ArrayList<>();
    if (lot < SUBSCRIBER) {
      for (Specialization toolkit : draw(1 + random.nextInt(3), random)) {
        enrollments.add(enrolled(toolkit, EnrollmentKind.TOOLKIT, random));
      }
    }
    for (Specialization competency : requested) {
      enrollments.add(enrolled(competency, EnrollmentKind.COMPETENCY, random));
    }
    return new SamplePartner(
        id,
        name,
        city[0],
        city[1],
        registeredOn,
        legacyLevel(random),
        status(random),
        enrollments,
        certificates(number, requested, random),
        references(number, requested, lot < GOLD ? 5 : 3, random),
        responses(number, lot, random));
  }

  private SamplePartner.Enrolled enrolled(
      Specialization specialization, EnrollmentKind kind, SplittableRandom random) {
    return new SamplePartner.Enrolled(
        specialization.code(), kind, today.minusDays(60 + random.nextInt(600)));
  }

  private static LegacyLevel legacyLevel(SplittableRandom random) {
    int lot = random.nextInt(100);
    return lot < 6
        ? LegacyLevel.GOLD_CERTIFIED
        : lot < 20 ? LegacyLevel.CERTIFIED : LegacyLevel.NONE;
  }

  private static PartnerStatus status(SplittableRandom random) {
    int lot = random.nextInt(200);
    return lot == 0 ? PartnerStatus.LEFT : lot < 3 ? PartnerStatus.SUSPENDED : PartnerStatus.ACTIVE;
  }

  /** One person for each requested specialization, and now and then one more. */
  private List<SamplePartner.Certificate> certificates(
      int number, List<Specialization> requested, SplittableRandom random) {
    List<SamplePartner.Certificate> certificates = new ArrayList<>();
    int people = requested.isEmpty() ? 0 : requested.size() + random.nextInt(3);
    for (int i = 0; i < people; i++) {
      Specialization served = requested.get(i % requested.size());
      boolean spare = i >= requested.size();
      certificates.add(certificate(number, i, 0, served, spare, random));
      if (random.nextInt(4) == 0) {
        certificates.add(
            certificate(number, i, 1, SampleWords.pick(specializations, random), true, random));
      }
    }
    return certificates;
  }

  private SamplePartner.Certificate certificate(
      int number,
      int person,
      int which,
      Specialization served,
      boolean mayHaveEnded,
      SplittableRandom random) {
    List<CertificationCode> codes = served.accepts().stream().sorted().toList();
    LocalDate awardedOn = today.minusDays(100 + random.nextInt(700));
    LocalDate expiresOn = random.nextInt(3) == 0 ? today.plusDays(10 + random.nextInt(700)) : null;
    LocalDate revokedOn =
        mayHaveEnded && random.nextInt(10) == 0 ? awardedOn.plusDays(random.nextInt(90)) : null;
    return new SamplePartner.Certificate(
        String.format("C-%07d-%02d%d", number, person, which),
        String.format("H-%07d-%02d", number, person),
        SampleWords.person(new SplittableRandom(seed + 31L * number + person)),
        SampleWords.pick(codes, random),
        awardedOn,
        expiresOn,
        revokedOn);
  }

  private List<SamplePartner.Referenced> references(
      int number, List<Specialization> requested, int signed, SplittableRandom random) {
    List<SamplePartner.Referenced> references = new ArrayList<>();
    if (requested.isEmpty()) {
      return references;
    }
    int all = signed + random.nextInt(4);
    for (int i = 0; i < all; i++) {
      LocalDate requestedOn = today.minusDays(40 + random.nextInt(500));
      LocalDate answeredOn = requestedOn.plusDays(random.nextInt(30));
      boolean isSigned = i < signed || random.nextInt(3) > 0;
      boolean withdrawn = i >= signed && isSigned && random.nextInt(5) == 0;
      references.add(
          new SamplePartner.Referenced(
              String.format("R-%07d-%02d", number, i),
              SampleWords.pick(requested, random).code(),
              SampleWords.customer(random),
              SampleWords.person(random),
              requestedOn,
              isSigned ? answeredOn : null,
              isSigned ? null : decline(answeredOn, random),
              withdrawn ? answeredOn.plusDays(5) : null));
    }
    return references;
  }

  private static @Nullable LocalDate decline(LocalDate on, SplittableRandom random) {
    return random.nextInt(3) == 0 ? on : null;
  }

  private List<SamplePartner.Response> responses(int number, int lot, SplittableRandom random) {
    int count = lot < GOLD ? 12 + random.nextInt(18) : lot < SUBSCRIBER ? random.nextInt(16) : 0;
    List<String> customers = new ArrayList<>();
    for (int i = 0; i < 2 + count / 4; i++) {
      customers.add(SampleWords.customer(random));
    }
    List<SamplePartner.Response> responses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean recent = lot < GOLD && i < 12;
      responses.add(
          new SamplePartner.Response(
              random.nextInt(3),
              String.format("S-%07d-%02d", number, i),
              today.minusDays(recent ? random.nextInt(300) : random.nextInt(700)),
              customers.get(i % customers.size()),
              lot < GOLD ? 7 + random.nextInt(4) : 4 + random.nextInt(7),
              random.nextInt(11)));
    }
    return responses;
  }

  /** Different ones, in the catalog's order of the draw. */
  private List<Specialization> draw(int count, SplittableRandom random) {
    List<Specialization> drawn = new ArrayList<>();
    int wanted = Math.min(count, specializations.size());
    while (drawn.size() < wanted) {
      Specialization next = SampleWords.pick(specializations, random);
      if (!drawn.contains(next)) {
        drawn.add(next);
      }
    }
    return drawn;
  }
}
