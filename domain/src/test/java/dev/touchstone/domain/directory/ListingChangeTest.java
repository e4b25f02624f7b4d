package dev.touchstone.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListingChangeTest {

  private static final PartnerId PARTNER = new PartnerId("P-000001");
  private static final LocalDate SINCE = LocalDate.of(2010, 10, 30);
  private static final Ladder LADDER = Policies.y2010().ladder();

  private static final Offer OFFER =
      new Offer(
          OfferId.ofNumber(1),
          new OfferContent(
              new OfferText("Gestionale", "Su misura"),
              null,
              List.of(new SpecializationCode("CRM")),
              List.of("TO")));

  private static Listing at(Tier tier) {
    return new Listing(
        PARTNER,
        "Officina Software",
        tier,
        SINCE,
        false,
        "Torino",
        "TO",
        "IT",
        "https://officina.example",
        List.of(new SpecializationCode("CRM")),
        List.of());
  }

  @Test
  void addsFromNothing() {
    assertThat(ListingChange.added(at(Policies.SILVER)))
        .isEqualTo(new ListingChange(PARTNER, ListingChange.Kind.ADDED, null, Policies.SILVER));
  }

  @Test
  void removesToNothing() {
    assertThat(ListingChange.removed(at(Policies.SILVER)))
        .isEqualTo(new ListingChange(PARTNER, ListingChange.Kind.REMOVED, Policies.SILVER, null));
  }

  @Test
  void tellsAPromotionFromADemotionByTheLadder() {
    assertThat(ListingChange.between(at(Policies.SILVER), at(Policies.GOLD), LADDER))
        .contains(
            new ListingChange(
                PARTNER, ListingChange.Kind.PROMOTED, Policies.SILVER, Policies.GOLD));
    assertThat(ListingChange.between(at(Policies.GOLD), at(Policies.REGISTERED), LADDER))
        .contains(
            new ListingChange(
                PARTNER, ListingChange.Kind.DEMOTED, Policies.GOLD, Policies.REGISTERED));
  }

  @Test
  void isNothingBetweenEqualListings() {
    assertThat(ListingChange.between(at(Policies.GOLD), at(Policies.GOLD), LADDER)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void isAnUpdateWhereAnythingElseDiffers(Listing now) {
    assertThat(ListingChange.between(at(Policies.GOLD), now, LADDER))
        .contains(
            new ListingChange(PARTNER, ListingChange.Kind.UPDATED, Policies.GOLD, Policies.GOLD));
  }

  static Stream<Listing> isAnUpdateWhereAnythingElseDiffers() {
    Listing was = at(Policies.GOLD);
    List<SpecializationCode> more =
        List.of(new SpecializationCode("CRM"), new SpecializationCode("ERP"));
    return Stream.of(
        new Listing(
            PARTNER,
            "Officina",
            was.tier(),
            SINCE,
            false,
            was.city(),
            was.province(),
            was.country(),
            was.website(),
            was.competencies(),
            was.offers()),
        new Listing(
            PARTNER,
            was.name(),
            was.tier(),
            SINCE.plusDays(1),
            false,
            was.city(),
            was.province(),
            was.country(),
            was.website(),
            was.competencies(),
            was.offers()),
        new Listing(
            PARTNER,
            was.name(),
            was.tier(),
            SINCE,
            true,
            was.city(),
            was.province(),
            was.country(),
            was.website(),
            was.competencies(),
            was.offers()),
        new Listing(
            PARTNER,
            was.name(),
            was.tier(),
            SINCE,
            false,
            null,
            was.province(),
            was.country(),
            was.website(),
            was.competencies(),
            was.offers()),
        new Listing(
            PARTNER,
            was.name(),
            was.tier(),
            SINCE,
            false,
            was.city(),
            was.province(),
            was.country(),
            was.website(),
            more,
            was.offers()),
        new Listing(
            PARTNER,
            was.name(),
            was.tier(),
            SINCE,
            false,
            was.city(),
            was.province(),
            was.country(),
            was.website(),
            was.competencies(),
            List.of(OFFER)));
  }

  @Test
  void keepsItsOwnLists() {
    List<Offer> offers = new ArrayList<>(List.of(OFFER));
    List<SpecializationCode> competencies = new ArrayList<>(at(Policies.GOLD).competencies());
    Listing listing =
        new Listing(
            PARTNER,
            "Officina",
            Policies.GOLD,
            SINCE,
            false,
            null,
            null,
            null,
            null,
            competencies,
            offers);

    competencies.clear();
    offers.clear();

    assertThat(listing.competencies()).containsExactly(new SpecializationCode("CRM"));
    assertThat(listing.offers()).containsExactly(OFFER);
  }
}
