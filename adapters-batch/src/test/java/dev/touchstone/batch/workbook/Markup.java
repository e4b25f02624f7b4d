package dev.touchstone.batch.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The XML of a part as a string in which each char is a byte, so that any edit of it can be written
 * back, well-formed or not.
 */
final class Markup {

  private static final Pattern ATTRIBUTE = Pattern.compile("\\s([\\w:.-]+)=\"([^\"]*)\"");

  private final String text;

  private Markup(String text) {
    this.text = text;
  }

  static Markup of(byte[] content) {
    return new Markup(new String(content, StandardCharsets.ISO_8859_1));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  String text() {
    return text;
  }

  /** The text with a range of it replaced. */
  byte[] replace(int start, int end, String replacement) {
    return bytes(text.substring(0, start) + replacement + text.substring(end));
  }

  /** Where some start tag begins; -1 if there is none. */
  int someTag(Random random) {
    int from = text.isEmpty() ? 0 : random.nextInt(text.length());
    int found = tagFrom(from);
    return found >= 0 ? found : tagFrom(0);
  }

  private int tagFrom(int from) {
    for (int at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
      if (at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
        return at;
      }
    }
    return -1;
  }

  /** Behind the tag that begins there. */
  int endOfTag(int start) {
    int end = text.indexOf('>', start);
    return end < 0 ? text.length() : end + 1;
  }

  /** The name of the element whose tag begins there. */
  String nameAt(int start) {
    int end = start + 1;
    while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(start + 1, end);
  }

  /** Behind the first end tag of this name, or behind the tag itself if it is empty. */
  int endOfElement(int start) {
    int end = endOfTag(start);
    if (end >= 2 && text.charAt(end - 2) == '/') {
      return end;
    }
    String endTag = "</" + nameAt(start) + ">";
    int at = text.indexOf(endTag, end);
    return at < 0 ? end : at + endTag.length();
  }

  /** Some attribute: group 1 is its name, group 2 its value; null if there is none. */
  Matcher someAttribute(Random random) {
    Matcher matcher = ATTRIBUTE.matcher(text);
    int from = text.isEmpty() ? 0 : random.nextInt(text.length());
    return matcher.find(from) || matcher.find(0) ? matcher : null;
  }

  /** Where some text between two tags begins; -1 if there is none. */
  int someText(Random random) {
    int from = text.isEmpty() ? 0 : random.nextInt(text.length());
    for (int at = text.indexOf('>', from); at >= 0; at = text.indexOf('>', at + 1)) {
      if (at + 1 < text.length() && text.charAt(at + 1) != '<') {
        return at + 1;
      }
    }
    return -1;
  }

  /** Behind the text that begins there. */
  int endOfText(int start) {
    int end = text.indexOf('<', start);
    return end < 0 ? text.length() : end;
  }

  /** Behind the XML declaration, if there is one. */
  int behindDeclaration() {
    return text.startsWith("<?xml") ? endOfTag(0) : 0;
  }
}
