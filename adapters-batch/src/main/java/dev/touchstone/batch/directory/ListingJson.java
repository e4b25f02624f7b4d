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

/** Listings and their changes as lines of the feed, keys in the order of formats.md. */
final class ListingJson {

  /**
   * Counts what these lines say and how. Whoever changes that counts on, so that no line of an
   * earlier revision is taken over into a feed.
   */
  static final int REVISION = 1;

  /** The first key of each line, and what the lines are ordered by. */
  static final String PARTNER_ID = "partnerId";

  private ListingJson() {}

  static void write(Listing listing, JsonLine line) {
    line.begin();
    line.write(PARTNER_ID, listing.partner().value());
    line.write("name", listing.name());
    line.write("tier", listing.tier().name());
    line.write("tierSince", listing.tierSince().toString());
    if (listing.legacy()) {
      line.write("legacy", true);
    }
    line.write("city", listing.city());
    line.write("province", listing.province());
    line.write("country", listing.country());
    line.write("website", listing.website());
    line.write(
        "competencies", listing.competencies().stream().map(SpecializationCode::value).toList());
    line.beginArray("offers");
    for (Offer offer : listing.offers()) {
      OfferJson.write(offer, line);
    }
    line.endArray();
    line.end();
  }

  static void write(ListingChange change, JsonLine line) {
    line.begin();
    line.write(PARTNER_ID, change.partner().value());
    line.write("change", change.kind().name());
    line.write("from", nameOf(change.from()));
    line.write("to", nameOf(change.to()));
    line.end();
  }

  static Listing read(JsonObject line) throws MalformedFeedException {
    return new Listing(
        new PartnerId(line.getText(PARTNER_ID)),
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

  private static @Nullable String nameOf(@Nullable Tier tier) {
    return tier == null ? null : tier.name();
  }
}
