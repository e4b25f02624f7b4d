package dev.touchstone.domain.partner;

import dev.touchstone.domain.text.EmailAddress;
import dev.touchstone.domain.text.EvidenceText;
import dev.touchstone.domain.text.OneLine;
import dev.touchstone.domain.text.Text;
import dev.touchstone.domain.text.WebAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a partner says of itself and may change (formats.md, CSV). Texts are trimmed; an optional
 * one that is empty is absent.
 *
 * @param name its name
 * @param vatNumber its VAT number
 * @param city the city of its seat
 * @param province the province of its seat, two letters in Italy
 * @param country the country of its seat
 * @param website its website
 * @param contactEmail where the program writes to
 */
public record Profile(
    String name,
    @Nullable String vatNumber,
    @Nullable String city,
    @Nullable String province,
    @Nullable String country,
    @Nullable String website,
    @Nullable String contactEmail) {

  /** Trims the texts. */
  public Profile {
    name = Text.trim(name);
    vatNumber = trimmed(vatNumber);
    city = trimmed(city);
    province = trimmed(province);
    country = trimmed(country);
    website = trimmed(website);
    contactEmail = trimmed(contactEmail);
  }

  /**
   * What is wrong with it, as a sentence that names the field and says what to do. A value that was
   * there before is not judged again: files bring addresses as they are.
   *
   * @param before the profile that it replaces; null for none
   */
  public Optional<String> findObjection(@Nullable Profile before) {
    if (name.isEmpty()) {
      return Optional.of("name is empty; every partner has one.");
    }
    Map<String, @Nullable String> texts = texts();
    for (String field : changesFrom(before)) {
      String text = texts.get(field);
      Optional<String> objection = text == null ? Optional.empty() : findObjection(field, text);
      if (objection.isPresent()) {
        return objection;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> findObjection(String field, String text) {
    try {
      OneLine.of(field, text, EvidenceText.MAX_LENGTH);
    } catch (IllegalArgumentException objection) {
      return Optional.of(String.valueOf(objection.getMessage()));
    }
    if (field.equals("website") && !WebAddress.isValid(text)) {
      return Optional.of("website is no address of the web; write it with https:// and its host.");
    }
    if (field.equals("contactEmail") && !EmailAddress.isValid(text)) {
      return Optional.of(
          "contactEmail is no e-mail address that mail can be sent to; write one like info@example.com.");
    }
    return Optional.empty();
  }

  /** The names of the fields in which it differs from another, in the order of the record. */
  public List<String> changesFrom(@Nullable Profile other) {
    Map<String, @Nullable String> others = other == null ? Map.of() : other.texts();
    List<String> changes = new ArrayList<>();
    texts()
        .forEach(
            (field, text) -> {
              if (!Objects.equals(text, others.get(field))) {
                changes.add(field);
              }
            });
    return List.copyOf(changes);
  }

  private Map<String, @Nullable String> texts() {
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    texts.put("name", name);
    texts.put("vatNumber", vatNumber);
    texts.put("city", city);
    texts.put("province", province);
    texts.put("country", country);
    texts.put("website", website);
    texts.put("contactEmail", contactEmail);
    return texts;
  }

  private static @Nullable String trimmed(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String trimmed = Text.trim(text);
    return trimmed.isEmpty() ? null : trimmed;
  }
}
