package dev.touchstone.persistence.postgres;

/** Which versions of a fact were known at a moment (domain.md, Evidence is never overwritten). */
public final class KnownVersions {

  private KnownVersions() {}

  /**
   * Has {@code {known x}} stand for the versions of alias {@code x} known at parameter {@code
   * knownAt}.
   */
  public static String fill(String sql) {
    return sql.replaceAll(
        "\\{known (\\w)}",
        "$1.recorded_at <= :knownAt AND ($1.superseded_at IS NULL OR $1.superseded_at > :knownAt)");
  }
}
