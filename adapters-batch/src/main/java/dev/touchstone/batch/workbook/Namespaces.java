package dev.touchstone.batch.workbook;

import org.jspecify.annotations.Nullable;

/** The names that OOXML gives to things, in its two dialects: transitional and strict. */
final class Namespaces {

  private static final String TRANSITIONAL =
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  private static final String TRANSITIONAL_RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_RELATIONSHIPS =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";

  private Namespaces() {}

  /** Whether elements of this namespace are a spreadsheet's. */
  static boolean isSpreadsheet(@Nullable String uri) {
    return TRANSITIONAL.equals(uri) || STRICT.equals(uri);
  }

  /** Whether attributes of this namespace refer to relationships. */
  static boolean isRelationships(@Nullable String uri) {
    return TRANSITIONAL_RELATIONSHIPS.equals(uri) || STRICT_RELATIONSHIPS.equals(uri);
  }

  /** Whether a relationship is of this type, such as {@code worksheet}. */
  static boolean isRelationshipType(String type, String name) {
    return type.equals(TRANSITIONAL_RELATIONSHIPS + "/" + name)
        || type.equals(STRICT_RELATIONSHIPS + "/" + name);
  }
}
