package dev.touchstone.application.directory.service;

import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.audit.AuditLogInMemory;
import dev.touchstone.application.audit.UnitOfWorkInMemory;
import dev.touchstone.application.directory.KeptOffer;
import dev.touchstone.application.directory.OfferResult;
import dev.touchstone.application.directory.OffersInMemory;
import dev.touchstone.application.directory.port.in.ChangeOfferUseCase.ChangeOfferCommand;
import dev.touchstone.application.directory.port.in.CreateOfferUseCase.CreateOfferCommand;
import dev.touchstone.application.directory.port.in.WithdrawOfferUseCase.WithdrawOfferCommand;
import dev.touchstone.application.tier.DossiersInMemory;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.directory.OfferContent;
import dev.touchstone.domain.directory.OfferId;
import dev.touchstone.domain.directory.OfferText;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.partner.PartnerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OfferServicesTest {

  /** Already the 16th in Rome. */
  private static final Instant NOW = Instant.parse("2010-11-15T23:30:00Z");

  private static final LocalDate TODAY = LocalDate.of(2010, 11, 16);
  private static final Actor ACTOR = new Actor("rossi", "PARTNER", "192.0.2.1");
  private static final PartnerId PARTNER = new PartnerId("P-1");

  private final AuditLogInMemory auditLog = new AuditLogInMemory();
  private final OffersInMemory offers = new OffersInMemory();
  private final OfferRules rules =
      new OfferRules(
          CatalogFixtures::small,
          new DossiersInMemory(
              NOW,
              aPartner()
                  .withId("P-1")
                  .requesting("CRM")
                  .requesting("ERP", LocalDate.of(2010, 1, 1), TODAY)
                  .requesting("DESKTOP", TODAY, null)
                  .withToolkit("HOSTING")
                  .build()));
  private final CreateOfferService create =
      new CreateOfferService(new UnitOfWorkInMemory(), auditLog, () -> NOW, offers, rules);
  private final ChangeOfferService change =
      new ChangeOfferService(new UnitOfWorkInMemory(), auditLog, () -> NOW, offers, rules);
  private final WithdrawOfferService withdraw =
      new WithdrawOfferService(new UnitOfWorkInMemory(), auditLog, () -> NOW, offers);

  @Test
  void offersWhatThePartnerRequestsToday() {
    KeptOffer kept = done(create("CRM", "DESKTOP"));

    assertThat(kept.offer().content()).isEqualTo(content("CRM", "DESKTOP"));
    assertThat(kept.recordedAt()).isEqualTo(NOW);
    assertThat(offers.find(PARTNER, kept.offer().id())).contains(kept);
    assertThat(auditLog.inShort()).containsExactly("rossi CREATE_OFFER partner/P-1");
  }

  @Test
  void refusesWhatThePartnerDoesNotRequest() {
    assertThat(refusal(create("ERP")))
        .isEqualTo("The partner does not request ERP: add the competency first, or leave it out.");
    assertThat(refusal(create("CRM", "HOSTING"))).contains("does not request HOSTING");
    assertThat(refusal(create("crm")))
        .isEqualTo("The catalog has no specialization crm. Codes are exact in case.");
    assertThat(auditLog.inShort()).isEmpty();
  }

  @Test
  void findsNoPartnerThatNobodyKnows() {
    assertThat(create.create(new CreateOfferCommand(ACTOR, new PartnerId("p-1"), content("CRM"))))
        .isEqualTo(new OfferResult.NotFound("No partner p-1 is known. Ids are exact in case."));
  }

  @Test
  void keepsTheDirectoryFreeOfLeaflets() {
    KeptOffer first = done(create("CRM"));
    for (int i = 1; i < CreateOfferService.MOST_OFFERS; i++) {
      done(create("CRM"));
    }
    assertThat(refusal(create("CRM")))
        .isEqualTo("A partner has up to 100 offers in the directory: withdraw one first.");

    done(withdraw(first));
    done(create("CRM"));
  }

  @Test
  void changesTheVersionThatTheChangeIsMadeTo() {
    KeptOffer first = done(create("CRM"));
    KeptOffer second = done(change(first, "DESKTOP"));

    assertThat(second.offer().id()).isEqualTo(first.offer().id());
    assertThat(second.version()).isGreaterThan(first.version());
    assertThat(change(first, "CRM")).isEqualTo(new OfferResult.Stale());
    assertThat(withdraw(first)).isEqualTo(new OfferResult.Stale());
    assertThat(refusal(change(second, "ERP"))).contains("does not request ERP");
    assertThat(offers.find(PARTNER, first.offer().id())).contains(second);
    assertThat(auditLog.inShort()).last().isEqualTo("rossi CHANGE_OFFER partner/P-1");
  }

  @Test
  void makesNoVersionThatSaysTheSame() {
    KeptOffer first = done(create("CRM"));

    assertThat(done(change(first, "CRM"))).isEqualTo(first);
    assertThat(auditLog.inShort()).hasSize(1);
  }

  @Test
  void staysWithdrawn() {
    KeptOffer first = done(create("CRM"));
    KeptOffer withdrawn = done(withdraw(first));

    assertThat(withdrawn.withdrawn()).isTrue();
    assertThat(withdrawn.offer()).isEqualTo(first.offer());
    assertThat(withdraw(withdrawn)).isInstanceOf(OfferResult.Withdrawn.class);
    assertThat(change(withdrawn, "DESKTOP")).isInstanceOf(OfferResult.Withdrawn.class);
    assertThat(auditLog.inShort()).last().isEqualTo("rossi WITHDRAW_OFFER partner/P-1");
  }

  @Test
  void findsNoOfferOfAnotherPartner() {
    OfferId id = done(create("CRM")).offer().id();
    PartnerId other = new PartnerId("P-2");

    assertThat(change.change(new ChangeOfferCommand(ACTOR, other, id, 1, content("CRM"))))
        .isInstanceOf(OfferResult.NotFound.class);
    assertThat(withdraw.withdraw(new WithdrawOfferCommand(ACTOR, other, id, 1)))
        .isInstanceOf(OfferResult.NotFound.class);
  }

  private OfferResult create(String... specializations) {
    return create.create(new CreateOfferCommand(ACTOR, PARTNER, content(specializations)));
  }

  private OfferResult change(KeptOffer offer, String... specializations) {
    return change.change(
        new ChangeOfferCommand(
            ACTOR, PARTNER, offer.offer().id(), offer.version(), content(specializations)));
  }

  private OfferResult withdraw(KeptOffer offer) {
    return withdraw.withdraw(
        new WithdrawOfferCommand(ACTOR, PARTNER, offer.offer().id(), offer.version()));
  }

  private static OfferContent content(String... specializations) {
    return new OfferContent(
        new OfferText("Titolo", "Testo"),
        null,
        Stream.of(specializations).map(SpecializationCode::new).toList(),
        List.of("MI"));
  }

  private static KeptOffer done(OfferResult result) {
    assertThat(result).isInstanceOf(OfferResult.Done.class);
    return ((OfferResult.Done) result).offer();
  }

  private static String refusal(OfferResult result) {
    assertThat(result).isInstanceOf(OfferResult.Refused.class);
    return ((OfferResult.Refused) result).reason();
  }
}
