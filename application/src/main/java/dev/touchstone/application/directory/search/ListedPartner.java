package dev.touchstone.application.directory.search;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.Tier;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the directory shows of a partner. It is listed exactly where the feed lists it.
 *
 * @param partner its id
 * @param name its name
 * @param tier the displayed tier
 * @param tierSince the first day of the unbroken time at this tier
 * @param legacy whether the tier rests on a right from the previous program
 * @param website its website
 * @param locations where it is, the seat first
 * @param competencies what it is certified in, in order of codes
 * @param offers what it offers, in order of ids; without texts in a list of results
 * @param changedOn the business date of the night that last changed any of this
 */
public record ListedPartner(
    PartnerId partner,
    String name,
    Tier tier,
    LocalDate tierSince,
    boolean legacy,
    @Nullable String website,
    List<ListedLocation> locations,
    List<Competency> competencies,
    List<Offer> offers,
    LocalDate changedOn) {

  /** Copies the lists. */
  public ListedPartner {
    locations = List.copyOf(locations);
    competencies = List.copyOf(competencies);
    offers = List.copyOf(offers);
  }

  /**
   * Where a partner is.
   *
   * @param name what the partner calls it; null for the seat
   * @param city the town
   * @param province its province
   * @param country its country
   */
  public record ListedLocation(
      @Nullable String name,
      @Nullable String city,
      @Nullable String province,
      @Nullable String country) {}

  /**
   * A requested specialization in which the partner's people are certified.
   *
   * @param specialization which
   * @param people how many of them
   * @param references how many customers' references on it are signed and not withdrawn
   */
  public record Competency(SpecializationCode specialization, int people, int references) {}
}
