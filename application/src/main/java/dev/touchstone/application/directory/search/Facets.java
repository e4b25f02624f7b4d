package dev.touchstone.application.directory.search;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.catalog.SpecializationKind;
import dev.touchstone.domain.tier.Tier;
import java.util.Map;

/**
 * How many of the matching partners have what: the number of results if that were asked for, too.
 * What none has is absent.
 *
 * @param specializations by specialization
 * @param kinds by kind of specialization
 * @param tiers by displayed tier
 * @param provinces by province of a location or an offer; partners that serve everywhere count
 *     where they have a location
 * @param regions the same by region
 */
public record Facets(
    Map<SpecializationCode, Long> specializations,
    Map<SpecializationKind, Long> kinds,
    Map<Tier, Long> tiers,
    Map<String, Long> provinces,
    Map<String, Long> regions) {

  /** Copies the maps. */
  public Facets {
    specializations = Map.copyOf(specializations);
    kinds = Map.copyOf(kinds);
    tiers = Map.copyOf(tiers);
    provinces = Map.copyOf(provinces);
    regions = Map.copyOf(regions);
  }
}
