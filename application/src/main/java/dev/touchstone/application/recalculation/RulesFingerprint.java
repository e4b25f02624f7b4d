package dev.touchstone.application.recalculation;

import java.util.HexFormat;

/**
 * What a night decides by, but for evidence and waivers: equal fingerprints, equal rules.
 *
 * @param hex a SHA-256 in lower-case hexadecimal digits
 */
public record RulesFingerprint(String hex) {

  private static final int DIGITS = 64;

  /**
   * @throws IllegalArgumentException if it is no SHA-256
   */
  public RulesFingerprint {
    if (hex.length() != DIGITS || HexFormat.of().parseHex(hex).length * 2 != DIGITS) {
      throw new IllegalArgumentException("No SHA-256: " + hex);
    }
  }
}
