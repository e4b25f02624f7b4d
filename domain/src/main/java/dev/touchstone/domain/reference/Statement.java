package dev.touchstone.domain.reference;

import dev.touchstone.domain.text.Language;

/**
 * What a customer signs, word by word.
 *
 * @param text the words, as shown to the customer
 * @param language their language
 */
public record Statement(String text, Language language) {

  /** The SHA-256 of the words in UTF-8, as hexadecimal digits: equal only for the same words. */
  public String sha256() {
    return LinkHash.sha256(text);
  }
}
