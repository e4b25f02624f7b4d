package dev.touchstone.persistence.directory;

import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static dev.touchstone.persistence.standing.DecisionFixture.decided;
import static dev.touchstone.persistence.standing.DecisionFixture.undecided;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.directory.Listing;
import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.directory.OfferContent;
import dev.touchstone.domain.directory.OfferText;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.audit.ChangesFixture;
import dev.touchstone.persistence.audit.JdbcAuditLog;
import dev.touchstone.persistence.intake.IntakeFixture;
import dev.touchstone.persistence.night.JdbcNights;
import dev.touchstone.persistence.partner.JdbcPartners;
import dev.touchstone.persistence.standing.JdbcDecisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ChangedListingsIT {

  private static final int PARTNERS_MADE = 10;
  private static final List<String> TIERS = List.of("REGISTERED", "SILVER", "GOLD");

  @Test
  void leadFromTheListingsOfAnyNightToThoseOfALaterOne() {
    for (long seed = 1; seed <= 8; seed++) {
      DataSource dataSource = MigratedDatabase.empty();
      JdbcListings listings = new JdbcListings(dataSource);
      List<NightId> nights = new Program(new Random(seed), dataSource).runNights();
      for (int later = 0; later < nights.size(); later++) {
        for (int earlier = 0; earlier <= later; earlier++) {
          NightId before = nights.get(earlier);
          NightId night = nights.get(later);
          Map<PartnerId, Listing> led = byPartner(listings, before);
          List<PartnerId> told = new ArrayList<>();
          listings.forEachChanged(
              before,
              night,
              changed -> {
                told.add(changed.partner());
                Listing now = changed.now();
                if (now == null) {
                  led.remove(changed.partner());
                } else {
                  led.put(changed.partner(), now);
                }
              });

          assertThat(led)
              .as("seed %d, from %s to %s", seed, before, night)
              .isEqualTo(byPartner(listings, night));
          assertThat(told).isSorted().doesNotHaveDuplicates();
          if (earlier == later) {
            assertThat(told).isEmpty();
          }
        }
      }
    }
  }

  private static Map<PartnerId, Listing> byPartner(JdbcListings listings, NightId night) {
    Map<PartnerId, Listing> byPartner = new TreeMap<>();
    listings.forEach(night, listing -> byPartner.put(listing.partner(), listing));
    return byPartner;
  }

  /** Partners whose files, words, offers and tiers change at random. */
  private static final class Program {

    private final Random random;
    private final IntakeFixture intake;
    private final JdbcNights nights;
    private final JdbcDecisions decisions;
    private final JdbcPartners partners;
    private final JdbcOffers offers;
    private final JdbcAuditLog auditLog;
    private final ChangesFixture changes;
    private final TransactionTemplate transaction;
    private final Map<String, Offer> kept = new TreeMap<>();

    Program(Random random, DataSource dataSource) {
      this.random = random;
      this.intake = new IntakeFixture(dataSource);
      this.nights = new JdbcNights(dataSource);
      this.decisions = new JdbcDecisions(dataSource);
      this.partners = new JdbcPartners(dataSource);
      this.offers = new JdbcOffers(dataSource);
      this.auditLog = new JdbcAuditLog(dataSource);
      this.changes = new ChangesFixture(dataSource, intake::tick);
      this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    List<NightId> runNights() {
      List<NightId> made = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        NightId night = intake.run(LocalDate.of(2010, 11, 1).plusDays(i / 2).toString(), 1 + i % 2);
        takePartners(night, i == 0);
        nights.fixEvidence(night, intake.now());
        change();
        decide(night, i == 0);
        made.add(night);
      }
      return made;
    }

    private void takePartners(NightId night, boolean all) {
      List<ParsedRow> rows = new ArrayList<>();
      for (int n = 0; n < PARTNERS_MADE; n++) {
        if (all || random.nextInt(8) == 0) {
          rows.add(at(2, partner("P-" + n, "Name " + random.nextInt(3), PartnerStatus.ACTIVE)));
        }
      }
      if (!rows.isEmpty()) {
        intake.take(night, PARTNERS, rows.toArray(ParsedRow[]::new));
      }
    }

    /** What the partners do while the night decides, which is the next night's to know. */
    private void change() {
      for (int n = 0; n < PARTNERS_MADE; n++) {
        PartnerId partner = new PartnerId("P-" + n);
        if (random.nextInt(8) == 0) {
          boolean hidden = random.nextBoolean();
          changes
              .changes()
              .run(
                  change -> {
                    partners.hide(
                        partner, hidden, change.log(ChangesFixture.PARTNER, "A", "b", "c"));
                    return true;
                  });
        }
        if (random.nextInt(8) == 0) {
          keepOffer(partner);
        }
      }
    }

    private void keepOffer(PartnerId partner) {
      OfferContent content =
          new OfferContent(
              new OfferText("Title " + random.nextInt(100), "Text"),
              null,
              List.of(new SpecializationCode("CRM")),
              List.of("MI"));
      Offer before = kept.get(partner.value());
      Offer offer = new Offer(before == null ? offers.nextId() : before.id(), content);
      kept.put(partner.value(), offer);
      boolean withdrawn = before != null && random.nextInt(3) == 0;
      transaction.executeWithoutResult(
          status ->
              offers.record(
                  partner,
                  offer,
                  withdrawn,
                  intake.tick(),
                  auditLog.append(new Actor("a", "PARTNER", "::1"), "KEEP_OFFER", "offer", "")));
    }

    private void decide(NightId night, boolean all) {
      List<DecidedStanding> decided = new ArrayList<>();
      for (int n = 0; n < PARTNERS_MADE; n++) {
        if (all || random.nextInt(6) == 0) {
          int tier = random.nextInt(TIERS.size() + 1);
          decided.add(
              tier == TIERS.size()
                  ? undecided("P-" + n, night.businessDate())
                  : decided("P-" + n, night.businessDate(), TIERS.get(tier)));
        }
      }
      transaction.executeWithoutResult(status -> decisions.record(night, decided));
    }
  }
}
