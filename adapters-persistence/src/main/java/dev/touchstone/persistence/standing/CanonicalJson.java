package dev.touchstone.persistence.standing;

import dev.touchstone.persistence.postgres.BinaryCopy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** JSON in the one form that is stored and digested. */
final class CanonicalJson {

  private final byte[] utf8;

  /** Of UTF-8, which the caller changes no more. */
  CanonicalJson(byte[] utf8) {
    this.utf8 = utf8;
  }

  Digest digest() {
    return Digest.of(utf8);
  }

  void writeTo(BinaryCopy copy) throws SQLException {
    copy.writeUtf8(utf8);
  }

  /** The text. */
  @Override
  public String toString() {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
