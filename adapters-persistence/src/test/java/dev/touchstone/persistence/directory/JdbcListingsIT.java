package dev.touchstone.persistence.directory;

import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static dev.touchstone.persistence.standing.DecisionFixture.decided;
import static dev.touchstone.persistence.standing.DecisionFixture.undecided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.access.Actor;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.directory.Listing;
import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.directory.OfferContent;
import dev.touchstone.domain.directory.OfferText;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.audit.ChangesFixture;
import dev.touchstone.persistence.audit.JdbcAuditLog;
import dev.touchstone.persistence.intake.IntakeFixture;
import dev.touchstone.persistence.night.JdbcNights;
import dev.touchstone.persistence.partner.JdbcPartners;
import dev.touchstone.persistence.standing.JdbcDecisions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcListingsIT {

  private DataSource dataSource;
  private IntakeFixture intake;
  private JdbcNights nights;
  private JdbcDecisions decisions;
  private JdbcListings listings;
  private JdbcOffers offers;
  private JdbcAuditLog auditLog;
  private TransactionTemplate transaction;

  @BeforeEach
  void emptyTables() {
    dataSource = MigratedDatabase.empty();
    intake = new IntakeFixture(dataSource);
    nights = new JdbcNights(dataSource);
    decisions = new JdbcDecisions(dataSource);
    listings = new JdbcListings(dataSource);
    offers = new JdbcOffers(dataSource);
    auditLog = new JdbcAuditLog(dataSource);
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  @Test
  void listsWhoDisplaysATierWithTheProfileKnownToTheNight() {
    NightId first = intake.night("2010-10-30");
    intake.take(first, PARTNERS, at(2, partner("b")), at(3, partner("B")), at(4, partner("L")));
    nights.fixEvidence(first, intake.now());
    LocalDate date = first.businessDate();
    record(first, decided("b", date, "SILVER"), decided("B", date, "GOLD"), undecided("L", date));
    NightId second = intake.night("2010-10-31");
    intake.take(second, PARTNERS, at(2, partner("b", "New name", PartnerStatus.ACTIVE)));
    nights.fixEvidence(second, intake.now());
    record(second, decided("b", second.businessDate(), "GOLD"));

    assertThat(list(first))
        .containsExactly(listing("B", "Name of B", "GOLD"), listing("b", "Name of b", "SILVER"));
    assertThat(list(second))
        .containsExactly(listing("B", "Name of B", "GOLD"), listing("b", "New name", "GOLD"));
  }

  @Test
  void leavesOutWhoHidesAsTheNightKnewIt() {
    ChangesFixture changes = new ChangesFixture(dataSource, intake::tick);
    JdbcPartners partners = new JdbcPartners(dataSource);
    NightId first = intake.night("2010-10-30");
    intake.take(first, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    nights.fixEvidence(first, intake.now());
    LocalDate date = first.businessDate();
    record(first, decided("P-1", date, "GOLD"), decided("P-2", date, "GOLD"));

    hide(changes, partners, true);
    NightId second = intake.night("2010-10-31");
    nights.fixEvidence(second, intake.now());
    hide(changes, partners, false);
    NightId third = intake.night("2010-11-01");
    nights.fixEvidence(third, intake.now());

    assertThat(list(first)).extracting(listing -> listing.partner().value()).contains("P-1", "P-2");
    assertThat(list(second))
        .extracting(listing -> listing.partner().value())
        .containsExactly("P-2");
    assertThat(list(third)).extracting(listing -> listing.partner().value()).contains("P-1", "P-2");
  }

  private static void hide(ChangesFixture changes, JdbcPartners partners, boolean hidden) {
    changes
        .changes()
        .run(
            change -> {
              partners.hide(
                  new PartnerId("P-1"), hidden, change.log(ChangesFixture.PARTNER, "A", "b", "c"));
              return true;
            });
  }

  @Test
  void showsTheOffersThatTheNightKnewAndNoOthers() {
    NightId night = intake.night("2010-10-30");
    intake.take(night, PARTNERS, at(2, partner("A")), at(3, partner("B")), at(4, partner("C")));
    Instant known = intake.now();
    Offer changed = offer("before");
    Offer withdrawn = offer("withdrawn");
    Offer second = offer("second");
    keep("B", changed, false, known);
    keep("A", withdrawn, false, known.minusSeconds(1));
    keep("A", withdrawn, true, known);
    keep("B", second, false, known);
    nights.fixEvidence(night, known);
    LocalDate date = night.businessDate();
    record(night, decided("B", date, "GOLD"), decided("A", date, "GOLD"));
    List<Listing> asPublished = list(night);

    keep("B", new Offer(changed.id(), offer("after").content()), false, known.plusSeconds(1));
    keep("B", second, true, known.plusSeconds(1));
    keep("A", offer("late"), false, known.plusSeconds(1));
    keep("C", offer("of one not listed"), false, known.minusSeconds(1));

    assertThat(asPublished)
        .containsExactly(
            listing("A", "Name of A", "GOLD"), listing("B", "Name of B", "GOLD", changed, second));
    assertThat(list(night)).isEqualTo(asPublished);
  }

  @Test
  void listsNothingBeforeTheIntakeHasEnded() {
    NightId night = intake.night("2010-10-30");

    assertThatThrownBy(() -> list(night)).isInstanceOf(IllegalStateException.class);
  }

  private Offer offer(String title) {
    return new Offer(
        offers.nextId(),
        new OfferContent(
            null,
            new OfferText(title, "Text of " + title),
            List.of(new SpecializationCode("CRM")),
            List.of("MI", "PG")));
  }

  private void keep(String partner, Offer offer, boolean isWithdrawn, Instant at) {
    transaction.executeWithoutResult(
        status ->
            offers.record(
                new PartnerId(partner),
                offer,
                isWithdrawn,
                at,
                auditLog.append(new Actor("a", "PARTNER", "::1"), "KEEP_OFFER", "offer", "")));
  }

  private void record(NightId night, DecidedStanding... partners) {
    transaction.executeWithoutResult(status -> decisions.record(night, List.of(partners)));
  }

  private List<Listing> list(NightId night) {
    List<Listing> list = new ArrayList<>();
    listings.forEach(night, list::add);
    return list;
  }

  private static Listing listing(String partner, String name, String tier, Offer... offers) {
    return new Listing(
        new PartnerId(partner),
        name,
        new Tier(tier),
        LocalDate.of(2010, 10, 30),
        false,
        "Città di Castello",
        "PG",
        "IT",
        "https://example.it",
        List.of(new SpecializationCode("CRM"), new SpecializationCode("SCM")),
        List.of(offers));
  }
}
