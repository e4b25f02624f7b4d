package dev.touchstone.batch.directory;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.directory.OfferContent;
import dev.touchstone.domain.directory.OfferId;
import dev.touchstone.domain.directory.OfferText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Offers as elements of a listing; what an offer does not say in a language has no key. */
final class OfferJson {

  private OfferJson() {}

  static void write(Offer offer, JsonGenerator json) {
    OfferText italian = offer.content().italian();
    OfferText english = offer.content().english();
    json.writeStartObject();
    json.writeStringProperty("offerId", offer.id().value());
    writePresent("titleIt", italian == null ? null : italian.title(), json);
    writePresent("titleEn", english == null ? null : english.title(), json);
    writePresent("textIt", italian == null ? null : italian.text(), json);
    writePresent("textEn", english == null ? null : english.text(), json);
    writeTexts(
        "specializations",
        offer.content().specializations().stream().map(SpecializationCode::value).toList(),
        json);
    writeTexts("provinces", offer.content().provinces(), json);
    json.writeEndObject();
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

  private static void writePresent(String key, @Nullable String text, JsonGenerator json) {
    if (text != null) {
      json.writeStringProperty(key, text);
    }
  }

  private static void writeTexts(String key, List<String> texts, JsonGenerator json) {
    json.writeArrayPropertyStart(key);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
