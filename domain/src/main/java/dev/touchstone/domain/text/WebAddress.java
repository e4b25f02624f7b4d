package dev.touchstone.domain.text;

import java.util.regex.Pattern;

/**
 * Addresses of the web as partners write their own. Whether anything answers there is not asked.
 */
public final class WebAddress {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.-]*(:\\d{1,5})?([/?#][^\\s\\p{Cntrl}\"<>\\\\]*)?",
          Pattern.CASE_INSENSITIVE);

  private WebAddress() {}

  /** Whether the text has {@code http} or {@code https}, a host, no user and no spaces. */
  public static boolean isValid(String text) {
    return ADDRESS.matcher(text).matches();
  }
}
