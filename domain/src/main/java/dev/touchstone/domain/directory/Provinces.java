package dev.touchstone.domain.directory;

import java.util.List;
import java.util.Set;

/** The provinces of Italy by their two letters, those that were dissolved since 2010 included. */
public final class Provinces {

  /** Stands for all of them. */
  public static final String ALL = "ALL";

  private static final Set<String> CODES =
      Set.of(
          """
          AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CI CL CN CO CR CS CT
          CZ EN FC FE FG FI FM FR GE GO GR IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO
          NU OG OR OT PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM RN RO SA SI SO SP SR
          SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VS VT VV
          """
              .strip()
              .split("\\s+"));

  private Provinces() {}

  /**
   * What an offer serves, in order and each once.
   *
   * @throws IllegalArgumentException if it is nothing, a code is none, or {@link #ALL} is not alone
   */
  static List<String> served(List<String> codes) {
    List<String> served = codes.stream().distinct().sorted().toList();
    if (served.isEmpty()) {
      throw new IllegalArgumentException("An offer serves at least one province, or ALL.");
    }
    if (served.contains(ALL)) {
      if (served.size() > 1) {
        throw new IllegalArgumentException("An offer that serves ALL names no province besides.");
      }
      return served;
    }
    for (String code : served) {
      if (!CODES.contains(code)) {
        throw new IllegalArgumentException(
            "%s is no province of Italy: give its two capital letters, as MI, or ALL."
                .formatted(code));
      }
    }
    return served;
  }
}
