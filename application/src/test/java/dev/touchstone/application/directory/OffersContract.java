package dev.touchstone.application.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.directory.port.out.Offers;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.directory.OfferContent;
import dev.touchstone.domain.directory.OfferId;
import dev.touchstone.domain.directory.OfferText;
import dev.touchstone.domain.partner.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every keeper of offers does. */
public abstract class OffersContract {

  private static final Instant NOON = Instant.parse("2010-11-15T12:00:00.000001Z");
  private static final PartnerId ONE = new PartnerId("P-1");
  private static final PartnerId OTHER = new PartnerId("P-2");

  /** Offers, none for each test. */
  protected abstract Offers offers();

  /** Does something in a transaction. */
  protected abstract <T> T inTransaction(Supplier<T> work);

  /** The number of an entry in the log. */
  protected abstract long auditId();

  @Test
  void keepsEveryPartOfAnOffer() {
    Offer both =
        new Offer(
            offers().nextId(),
            new OfferContent(
                new OfferText("Perché \"sì\"", "Testo\ncon più righe"),
                new OfferText("Title", "Text"),
                List.of(new SpecializationCode("CRM"), new SpecializationCode("ERP")),
                List.of("MI", "TO")));
    KeptOffer kept = record(ONE, both, false, NOON);

    assertThat(kept).isEqualTo(new KeptOffer(ONE, both, false, kept.version(), NOON));
    assertThat(offers().find(ONE, both.id())).contains(kept);
    assertThat(offers().find(OTHER, both.id())).isEmpty();
    assertThat(offers().find(ONE, new OfferId("o"))).isEmpty();
  }

  @Test
  void givesLaterVersionsHigherNumbers() {
    Offer offer = offer();
    KeptOffer first = record(ONE, offer, false, NOON);
    KeptOffer second = record(ONE, offer, true, NOON.plusSeconds(1));

    assertThat(second.version()).isGreaterThan(first.version());
    assertThat(offers().find(ONE, offer.id())).contains(second);
  }

  @Test
  void listsAPartnersOwnInOrderAndInParts() {
    Offer first = offer();
    Offer foreign = offer();
    Offer second = offer();
    Offer third = offer();
    for (Offer own : List.of(third, first, second)) {
      record(ONE, own, false, NOON);
    }
    record(OTHER, foreign, false, NOON);
    record(ONE, second, true, NOON.plusSeconds(1));

    assertThat(idsOf(offers().list(ONE, null, 9)))
        .containsExactly(first.id(), second.id(), third.id());
    assertThat(idsOf(offers().list(ONE, null, 2))).containsExactly(first.id(), second.id());
    assertThat(idsOf(offers().list(ONE, first.id(), 9))).containsExactly(second.id(), third.id());
    assertThat(offers().countStanding(ONE)).isEqualTo(2);
    assertThat(offers().countStanding(new PartnerId("P-9"))).isZero();
  }

  private KeptOffer record(PartnerId partner, Offer offer, boolean withdrawn, Instant at) {
    return inTransaction(() -> offers().record(partner, offer, withdrawn, at, auditId()));
  }

  private Offer offer() {
    return new Offer(
        offers().nextId(),
        new OfferContent(
            null,
            new OfferText("Title", "Text"),
            List.of(new SpecializationCode("CRM")),
            List.of("ALL")));
  }

  private static List<OfferId> idsOf(List<KeptOffer> offers) {
    return offers.stream().map(kept -> kept.offer().id()).toList();
  }
}
