package dev.touchstone.domain.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An organization in the program, as its profile states it.
 *
 * @param id its id
 * @param name its name
 * @param vatNumber its VAT number
 * @param city the city of its seat
 * @param province the province of its seat, two letters in Italy
 * @param country the country of its seat
 * @param website its website
 * @param contactEmail where the program writes to
 * @param registeredOn the day it signed up; before it the partner has no tier
 * @param legacyLevel what it was in the previous program
 */
public record Partner(
    PartnerId id,
    String name,
    @Nullable String vatNumber,
    @Nullable String city,
    @Nullable String province,
    @Nullable String country,
    @Nullable String website,
    @Nullable String contactEmail,
    LocalDate registeredOn,
    LegacyLevel legacyLevel) {

  /** What the partner itself may change of it. */
  public Profile profile() {
    return new Profile(name, vatNumber, city, province, country, website, contactEmail);
  }

  /** The partner with another profile. */
  public Partner with(Profile profile) {
    return new Partner(
        id,
        profile.name(),
        profile.vatNumber(),
        profile.city(),
        profile.province(),
        profile.country(),
        profile.website(),
        profile.contactEmail(),
        registeredOn,
        legacyLevel);
  }
}
