package dev.touchstone.domain.directory;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.Tier;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the directory shows of a partner (formats.md, Feed). Nothing personal and no score has a
 * place here.
 *
 * @param partner the partner's id
 * @param name its name
 * @param tier the displayed tier
 * @param tierSince the first day of the unbroken time at this tier
 * @param legacy whether the tier rests on a right from the previous program
 * @param city the city of its seat
 * @param province the province of its seat
 * @param country the country of its seat
 * @param website its website
 * @param competencies the requested specializations in which a person of the partner is certified,
 *     in order of their codes
 * @param offers what it offers, in order of offer ids
 */
public record Listing(
    PartnerId partner,
    String name,
    Tier tier,
    LocalDate tierSince,
    boolean legacy,
    @Nullable String city,
    @Nullable String province,
    @Nullable String country,
    @Nullable String website,
    List<SpecializationCode> competencies,
    List<Offer> offers) {

  /** Copies the lists. */
  public Listing {
    competencies = List.copyOf(competencies);
    offers = List.copyOf(offers);
  }
}
