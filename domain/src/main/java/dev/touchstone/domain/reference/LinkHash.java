package dev.touchstone.domain.reference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what a link is found again: the SHA-256 of its token, from which nobody gets the token back.
 *
 * @param hex 64 hexadecimal digits
 */
public record LinkHash(String hex) {

  /** Of whatever somebody gives as a token, well formed or not. */
  public static LinkHash of(String token) {
    return new LinkHash(sha256(token));
  }

  /** The SHA-256 of text in UTF-8, as hexadecimal digits. */
  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
