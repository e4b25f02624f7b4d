package dev.touchstone.domain.text;

import java.util.regex.Pattern;

/** Whether a text can be an address. Whether anything answers there is not asked. */
public final class Addresses {

  private static final Pattern WEBSITE =
      Pattern.compile(
          "https?://[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.-]*(:\\d{1,5})?([/?#][^\\s\\p{Cntrl}\"<>\\\\]*)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s\\p{Cntrl}@,;:<>()\\[\\]\"\\\\]{1,64}@[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.-]*[\\p{L}\\p{M}\\p{N}]");

  private static final int MAX_EMAIL = 254;

  private Addresses() {}

  /** An address of the web: {@code http} or {@code https}, a host, no user and no spaces. */
  public static boolean isWebsite(String text) {
    return WEBSITE.matcher(text).matches() && !text.contains("..");
  }

  /** One e-mail address, without a name beside it. */
  public static boolean isEmail(String text) {
    return text.length() <= MAX_EMAIL && EMAIL.matcher(text).matches() && !text.contains("..");
  }
}
