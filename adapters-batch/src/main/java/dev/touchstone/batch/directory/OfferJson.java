package dev.touchstone.batch.directory;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.directory.OfferContent;
import dev.touchstone.domain.directory.OfferId;
import dev.touchstone.domain.directory.OfferText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Offers as elements of a listing; what an offer does not say in a language has no key. */
final class OfferJson {

  private OfferJson() {}

  static void write(Offer offer, JsonLine line) {
    OfferText italian = offer.content().italian();
    OfferText english = offer.content().english();
    line.beginElement();
    line.write("offerId", offer.id().value());
    writePresent("titleIt", italian == null ? null : italian.title(), line);
    writePresent("titleEn", english == null ? null : english.title(), line);
    writePresent("textIt", italian == null ? null : italian.text(), line);
    writePresent("textEn", english == null ? null : english.text(), line);
    line.write(
        "specializations",
        offer.content().specializations().stream().map(SpecializationCode::value).toList());
    line.write("provinces", offer.content().provinces());
    line.endObject();
  }

  static Offer read(JsonObject offer) throws MalformedFeedException {
    try {
      return new Offer(
          new OfferId(offer.getText("offerId")),
          new OfferContent(
              readText(offer, "titleIt", "textIt"),
              readText(offer, "titleEn", "textEn"),
              offer.getList("specializations", String.class).stream()
                  .map(SpecializationCode::new)
                  .toList(),
              offer.getList("provinces", String.class)));
    } catch (IllegalArgumentException e) {
      throw new MalformedFeedException("it holds an offer that is none", e);
    }
  }

  private static @Nullable OfferText readText(JsonObject offer, String title, String text)
      throws MalformedFeedException {
    Optional<String> written = offer.findText(title);
    return written.isEmpty() ? null : new OfferText(written.get(), offer.getText(text));
  }

  private static void writePresent(String key, @Nullable String text, JsonLine line) {
    if (text != null) {
      line.write(key, text);
    }
  }
}
