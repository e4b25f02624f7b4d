package dev.touchstone.batch.directory;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.directory.Listing;
import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.Tier;
import java.time.LocalDate;
import java.util.List;

/** A listing with nothing but what it must have, and more on request. */
final class ListingBuilder {

  private final String partner;
  private String name = "Rossi S.r.l.";
  private String tier = "SILVER";
  private boolean legacy;
  private String city;
  private String website;
  private List<String> competencies = List.of();
  private List<Offer> offers = List.of();

  private ListingBuilder(String partner) {
    this.partner = partner;
  }

  static ListingBuilder aListing(String partner) {
    return new ListingBuilder(partner);
  }

  ListingBuilder withName(String name) {
    this.name = name;
    return this;
  }

  ListingBuilder withTier(String tier) {
    this.tier = tier;
    return this;
  }

  ListingBuilder withLegacy() {
    this.legacy = true;
    return this;
  }

  ListingBuilder withCity(String city) {
    this.city = city;
    return this;
  }

  ListingBuilder withWebsite(String website) {
    this.website = website;
    return this;
  }

  ListingBuilder withCompetencies(String... codes) {
    this.competencies = List.of(codes);
    return this;
  }

  ListingBuilder withOffers(Offer... offers) {
    this.offers = List.of(offers);
    return this;
  }

  Listing build() {
    return new Listing(
        new PartnerId(partner),
        name,
        new Tier(tier),
        LocalDate.of(2010, 10, 30),
        legacy,
        city,
        city == null ? null : "RM",
        city == null ? null : "IT",
        website,
        competencies.stream().map(SpecializationCode::new).toList(),
        offers);
  }
}
