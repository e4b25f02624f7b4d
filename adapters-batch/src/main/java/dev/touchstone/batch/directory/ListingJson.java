package dev.touchstone.batch.directory;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.directory.Listing;
import dev.touchstone.domain.directory.ListingChange;
import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.Tier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Listings and their changes as lines of the feed, keys in the order of formats.md. */
final class ListingJson {

  private ListingJson() {}

  static void write(Listing listing, JsonGenerator json) {
    json.writeStringProperty("partnerId", listing.partner().value());
    json.writeStringProperty("name", listing.name());
    json.writeStringProperty("tier", listing.tier().name());
    json.writeStringProperty("tierSince", listing.tierSince().toString());
    if (listing.legacy()) {
      json.writeBooleanProperty("legacy", true);
    }
    writeNullable("city", listing.city(), json);
    writeNullable("province", listing.province(), json);
    writeNullable("country", listing.country(), json);
    writeNullable("website", listing.website(), json);
    json.writeArrayPropertyStart("competencies");
    for (SpecializationCode code : listing.competencies()) {
      json.writeString(code.value());
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("offers");
    for (Offer offer : listing.offers()) {
      OfferJson.write(offer, json);
    }
    json.writeEndArray();
  }

  static void write(ListingChange change, JsonGenerator json) {
    json.writeStringProperty("partnerId", change.partner().value());
    json.writeStringProperty("change", change.kind().name());
    writeNullable("from", nameOf(change.from()), json);
    writeNullable("to", nameOf(change.to()), json);
  }

  static Listing read(JsonObject line) throws MalformedFeedException {
    return new Listing(
        new PartnerId(line.getText("partnerId")),
        line.getText("name"),
        new Tier(line.getText("tier")),
        line.getDate("tierSince"),
        line.isTrue("legacy"),
        line.findText("city").orElse(null),
        line.findText("province").orElse(null),
        line.findText("country").orElse(null),
        line.findText("website").orElse(null),
        line.getList("competencies", String.class).stream().map(SpecializationCode::new).toList(),
        readOffers(line));
  }

  private static List<Offer> readOffers(JsonObject line) throws MalformedFeedException {
    List<Offer> offers = new ArrayList<>();
    for (JsonObject offer : line.getList("offers", JsonObject.class)) {
      offers.add(OfferJson.read(offer));
    }
    return offers;
  }

  private static void writeNullable(String key, @Nullable String text, JsonGenerator json) {
    if (text == null) {
      json.writeNullProperty(key);
    } else {
      json.writeStringProperty(key, text);
    }
  }

  private static @Nullable String nameOf(@Nullable Tier tier) {
    return tier == null ? null : tier.name();
  }
}
