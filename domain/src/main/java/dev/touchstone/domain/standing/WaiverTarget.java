package dev.touchstone.domain.standing;

import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerId;
import java.time.LocalDate;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** For whom a waiver is (domain.md, Words: one partner or cohort). */
public sealed interface WaiverTarget {

  /** Whether the waiver is for the partner. */
  boolean includes(Partner partner);

  /**
   * One partner.
   *
   * @param id who
   */
  record OnePartner(PartnerId id) implements WaiverTarget {

    @Override
    public boolean includes(Partner partner) {
      return partner.id().equals(id);
    }

    @Override
    public String toString() {
      return "partner " + id;
    }
  }

  /**
   * All partners with these traits; an absent one does not matter.
   *
   * @param registeredFrom the first day of registration
   * @param registeredBefore the first day of registration beyond
   * @param province the province of the seat, exact in case
   * @param legacyLevel the level in the previous program
   */
  record Cohort(
      @Nullable LocalDate registeredFrom,
      @Nullable LocalDate registeredBefore,
      @Nullable String province,
      @Nullable LegacyLevel legacyLevel)
      implements WaiverTarget {

    /**
     * @throws IllegalArgumentException if no trait is given, or the days are reversed
     */
    public Cohort {
      if (registeredFrom == null
          && registeredBefore == null
          && province == null
          && legacyLevel == null) {
        throw new IllegalArgumentException("A cohort needs at least one trait");
      }
      if (registeredFrom != null
          && registeredBefore != null
          && !registeredFrom.isBefore(registeredBefore)) {
        throw new IllegalArgumentException(
            "Nobody registers from %s on and before %s"
                .formatted(registeredFrom, registeredBefore));
      }
    }

    @Override
    public boolean includes(Partner partner) {
      return (registeredFrom == null || !partner.registeredOn().isBefore(registeredFrom))
          && (registeredBefore == null || partner.registeredOn().isBefore(registeredBefore))
          && (province == null || province.equals(partner.province()))
          && (legacyLevel == null || legacyLevel == partner.legacyLevel());
    }

    @Override
    public String toString() {
      StringJoiner traits = new StringJoiner(", ", "partners ", "");
      if (registeredFrom != null) {
        traits.add("registered from " + registeredFrom + " on");
      }
      if (registeredBefore != null) {
        traits.add("registered before " + registeredBefore);
      }
      if (province != null) {
        traits.add("of province " + province);
      }
      if (legacyLevel != null) {
        traits.add("of legacy level " + legacyLevel);
      }
      return traits.toString();
    }
  }
}
