package dev.touchstone.domain.directory;

import dev.touchstone.domain.catalog.SpecializationCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an offer says, in Italian, English or both.
 *
 * @param italian what it says in Italian; null where it says nothing
 * @param english what it says in English; null where it says nothing
 * @param specializations what it is about, 1 to {@value #MOST_SPECIALIZATIONS}, in order of codes
 * @param provinces where the partner serves, in order; {@code ALL} alone for everywhere
 */
public record OfferContent(
    @Nullable OfferText italian,
    @Nullable OfferText english,
    List<SpecializationCode> specializations,
    List<String> provinces) {

  /** The most specializations of an offer. */
  public static final int MOST_SPECIALIZATIONS = 10;

  /**
   * Puts specializations and provinces in order, each once.
   *
   * @throws IllegalArgumentException if it says nothing in any language, or has too few or too many
   *     specializations, or a province that is none
   */
  public OfferContent {
    if (italian == null && english == null) {
      throw new IllegalArgumentException(
          "An offer needs title and text in Italian, in English or in both.");
    }
    specializations = specializations.stream().distinct().sorted().toList();
    if (specializations.isEmpty() || specializations.size() > MOST_SPECIALIZATIONS) {
      throw new IllegalArgumentException(
          "An offer is about 1 to %d specializations, not %d."
              .formatted(MOST_SPECIALIZATIONS, specializations.size()));
    }
    provinces = Provinces.served(provinces);
  }
}
