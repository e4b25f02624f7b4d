package dev.touchstone.batch.directory;

import dev.touchstone.domain.directory.Listing;
import dev.touchstone.domain.partner.PartnerId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A listing as it was published: its line, whose partner is known at once, and what else it says
 * only to those who ask. It lies in bytes that are another line's later.
 */
final class PublishedLine {

  private static final byte[] START =
      ("{\"" + ListingJson.PARTNER_ID + "\":\"").getBytes(StandardCharsets.US_ASCII);

  private final PublishedListings of;
  private final byte[] bytes;
  private final int from;
  private final int to;
  private final PartnerId partner;

  /** The line between two places of the bytes, its break aside. */
  PublishedLine(PublishedListings of, byte[] bytes, int from, int to) {
    this.of = of;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    PartnerId plain = findPlainPartner();
    this.partner = plain == null ? read().partner() : plain;
  }

  PartnerId partner() {
    return partner;
  }

  /** Whether it says what the line says, byte by byte. */
  boolean equalsLine(JsonLine line) {
    return line.hasBytes(bytes, from, to);
  }

  void writeTo(FeedFileWriter file) throws IOException {
    file.write(bytes, from, to);
  }

  /**
   * All that it says.
   *
   * @throws FeedException if it cannot be understood
   */
  Listing read() {
    try {
      return parse();
    } catch (IOException e) {
      throw of.damaged(e);
    }
  }

  private Listing parse() throws IOException {
    try (JsonObjectReader reader =
        new JsonObjectReader(new ByteArrayInputStream(bytes, from, to - from))) {
      JsonObject object = reader.read();
      if (object == null || reader.read() != null) {
        throw new MalformedFeedException("it has a line that is not one object");
      }
      return ListingJson.read(object);
    }
  }

  /** The partner, where it comes first and nothing in it is escaped. */
  private @Nullable PartnerId findPlainPartner() {
    int start = from + START.length;
    if (start > to || !Arrays.equals(bytes, from, start, START, 0, START.length)) {
      return null;
    }
    for (int i = start; i < to; i++) {
      if (bytes[i] == '\\') {
        return null;
      }
      if (bytes[i] == '"') {
        return new PartnerId(new String(bytes, start, i - start, StandardCharsets.UTF_8));
      }
    }
    return null;
  }
}
