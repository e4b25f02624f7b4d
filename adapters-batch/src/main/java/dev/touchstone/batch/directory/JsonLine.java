package dev.touchstone.batch.directory;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a feed's file while it is written: one JSON object without white space, in UTF-8, that
 * escapes nothing but what must be. One line after another is written into the same bytes, since a
 * feed has hundreds of thousands of them.
 */
final class JsonLine {

  private static final int MOST_BYTES_PER_CHAR = 6;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

  /** The letter after the backslash for each control character; 0 where it has none. */
  private static final byte[] SHORT_ESCAPES = new byte[0x20];

  static {
    SHORT_ESCAPES['\b'] = 'b';
    SHORT_ESCAPES['\t'] = 't';
    SHORT_ESCAPES['\n'] = 'n';
    SHORT_ESCAPES['\f'] = 'f';
    SHORT_ESCAPES['\r'] = 'r';
  }

  private byte[] bytes = new byte[1024];
  private int length;
  private boolean first;

  /** Begins the next line in the place of this one. */
  void begin() {
    length = 0;
    beginObject();
  }

  /** Ends the line, its line break included. */
  void end() {
    endObject();
    reserve(1);
    bytes[length++] = '\n';
  }

  /** Begins an object as an element of the array that is open. */
  void beginElement() {
    separate();
    beginObject();
  }

  /** Ends the object that is open. */
  void endObject() {
    close('}');
  }

  /** Begins an array as a property. */
  void beginArray(String key) {
    key(key);
    open('[');
  }

  /** Ends the array that is open. */
  void endArray() {
    close(']');
  }

  /** Writes a property; null is written as such. */
  void write(String key, @Nullable String value) {
    key(key);
    if (value == null) {
      ascii("null");
    } else {
      quoted(value);
    }
  }

  /** Writes a property that is true or false. */
  void write(String key, boolean value) {
    key(key);
    ascii(value ? "true" : "false");
  }

  /** Writes a property that is an array of texts. */
  void write(String key, List<String> values) {
    beginArray(key);
    for (String value : values) {
      separate();
      quoted(value);
    }
    endArray();
  }

  /** Whether the line, its break aside, is these bytes. */
  boolean hasBytes(byte[] others, int from, int to) {
    return Arrays.equals(bytes, 0, length - 1, others, from, to);
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  private void beginObject() {
    open('{');
  }

  private void open(char bracket) {
    reserve(1);
    bytes[length++] = (byte) bracket;
    first = true;
  }

  private void close(char bracket) {
    reserve(1);
    bytes[length++] = (byte) bracket;
    first = false;
  }

  private void separate() {
    if (!first) {
      reserve(1);
      bytes[length++] = ',';
    }
    first = false;
  }

  /** Keys are the format's own, and need no escapes. */
  private void key(String key) {
    separate();
    reserve(1);
    bytes[length++] = '"';
    ascii(key);
    reserve(2);
    bytes[length++] = '"';
    bytes[length++] = ':';
  }

  private void ascii(String text) {
    reserve(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
  }

  private void quoted(String text) {
    reserve(text.length() * MOST_BYTES_PER_CHAR + 2);
    bytes[length++] = '"';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        bytes[length++] = '\\';
        bytes[length++] = (byte) c;
      } else if (c < 0x20) {
        escape(c);
      } else if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else if (c < 0x800) {
        bytes[length++] = (byte) (0xC0 | (c >> 6));
        continuation(c);
      } else if (!Character.isSurrogate(c)) {
        bytes[length++] = (byte) (0xE0 | (c >> 12));
        continuation(c >> 6);
        continuation(c);
      } else {
        supplementary(text, i);
        i++;
      }
    }
    bytes[length++] = '"';
  }

  private void escape(char c) {
    bytes[length++] = '\\';
    if (SHORT_ESCAPES[c] != 0) {
      bytes[length++] = SHORT_ESCAPES[c];
    } else {
      bytes[length++] = 'u';
      bytes[length++] = '0';
      bytes[length++] = '0';
      bytes[length++] = HEX[c >> 4];
      bytes[length++] = HEX[c & 0xF];
    }
  }

  private void supplementary(String text, int index) {
    int c = text.codePointAt(index);
    if (!Character.isSupplementaryCodePoint(c)) {
      throw new IllegalArgumentException("Text with half a surrogate pair cannot be published");
    }
    bytes[length++] = (byte) (0xF0 | (c >> 18));
    continuation(c >> 12);
    continuation(c >> 6);
    continuation(c);
  }

  private void continuation(int bits) {
    bytes[length++] = (byte) (0x80 | (bits & 0x3F));
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
