package dev.touchstone.domain.text;

import java.util.Locale;
import java.util.Optional;

/** A language in which the program speaks to people. */
public enum Language {
  /** English. */
  EN(Locale.ENGLISH),
  /** Italian. */
  IT(Locale.ITALIAN);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The language as the JDK knows it. */
  public Locale locale() {
    return locale;
  }

  /** Its code: {@code en}, {@code it}. */
  public String code() {
    return locale.getLanguage();
  }

  /** The language of a code; case does not matter. */
  public static Optional<Language> find(String code) {
    for (Language language : values()) {
      if (language.code().equalsIgnoreCase(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
