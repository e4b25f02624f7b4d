package dev.touchstone.web.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Keys of items in a form that callers give back and need not understand. */
final class Cursor {

  private static final String SEPARATOR = "\u0001";

  private Cursor() {}

  static String encode(List<String> key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The key.
   *
   * @throws IllegalArgumentException if no page gave this cursor
   */
  static List<String> decode(String cursor) {
    try {
      String joined =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
              .toString();
      if (joined.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("A cursor holds no U+0000");
      }
      return List.of(joined.split(SEPARATOR, -1));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("A cursor is UTF-8", e);
    }
  }
}
