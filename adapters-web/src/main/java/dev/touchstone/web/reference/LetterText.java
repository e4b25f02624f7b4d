package dev.touchstone.web.reference;

/**
 * A letter in words.
 *
 * @param subject the subject, of one line
 * @param plain the text
 * @param html the same as a page
 */
record LetterText(String subject, String plain, String html) {}
