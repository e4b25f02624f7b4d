package dev.touchstone.persistence.intake;

import dev.touchstone.application.intake.EvidenceKind;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of one kind of evidence and the stage before it: which columns are the key and which
 * the content (formats.md, CSV). The names of both tables' columns are the same.
 */
enum EvidenceTable {
  PARTNER(
      EvidenceKind.PARTNERS,
      "partner",
      List.of("partner_id"),
      List.of(
          "name",
          "vat_number",
          "city",
          "province",
          "country",
          "website",
          "contact_email",
          "registered_on",
          "legacy_level"),
      List.of("status"),
      List.of("partner_id")),
  ENROLLMENT(
      EvidenceKind.ENROLLMENTS,
      "enrollment",
      List.of("partner_id", "specialization", "kind", "valid_from"),
      List.of("valid_until"),
      List.of(),
      List.of("partner_id", "specialization", "kind", "from")),
  CERTIFICATION(
      EvidenceKind.CERTIFICATIONS,
      "certification",
      List.of("certificate_id"),
      List.of(
          "person_id",
          "person_name",
          "person_email",
          "certification_code",
          "awarded_on",
          "expires_on",
          "revoked_on"),
      List.of(),
      List.of("certificate_id")),
  REFERENCE(
      EvidenceKind.REFERENCES,
      "reference",
      List.of("reference_id"),
      List.of(
          "partner_id",
          "specialization",
          "customer_name",
          "customer_vat",
          "signatory_name",
          "signatory_email",
          "requested_on",
          "signed_on",
          "declined_on",
          "withdrawn_on"),
      List.of(),
      List.of("reference_id")),
  SURVEY_RESPONSE(
      EvidenceKind.SURVEYS,
      "survey_response",
      List.of("vendor", "response_id"),
      List.of(
          "partner_id",
          "answered_on",
          "customer_name",
          "satisfaction",
          "recommend",
          "respondent_email",
          "comment"),
      List.of(),
      List.of("response id"));

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{(?:(\\w)\\.)?(table|stage|key|content|row)}");

  private final EvidenceKind kind;
  private final String table;
  private final List<String> key;
  private final List<String> content;
  private final List<String> contentElsewhere;
  private final List<String> keyFields;

  /**
   * @param contentElsewhere content of a row that another table keeps
   * @param keyFields the columns of the file that make up the key
   */
  EvidenceTable(
      EvidenceKind kind,
      String table,
      List<String> key,
      List<String> content,
      List<String> contentElsewhere,
      List<String> keyFields) {
    this.kind = kind;
    this.table = table;
    this.key = key;
    this.content = content;
    this.contentElsewhere = contentElsewhere;
    this.keyFields = keyFields;
  }

  static EvidenceTable of(EvidenceKind kind) {
    return Stream.of(values()).filter(table -> table.kind == kind).findFirst().orElseThrow();
  }

  String table() {
    return table;
  }

  String stage() {
    return table + "_stage";
  }

  List<String> keyFields() {
    return keyFields;
  }

  /** The column of the file that names the partner. */
  String partnerField() {
    return kind.isWorkbook() ? "partner id" : "partner_id";
  }

  /**
   * Fills this kind's names into a statement: {@code {table}} and {@code {stage}}, and the columns
   * {@code {key}}, {@code {content}} and {@code {row}} (the content with what is kept elsewhere),
   * each also with an alias, as in {@code {s.key}}.
   */
  String fill(String sql) {
    return PLACEHOLDER.matcher(sql).replaceAll(match -> Matcher.quoteReplacement(fill(match)));
  }

  /**
   * Repeats a piece of a statement for each column of the content, with the column for {@code
   * {column}}.
   */
  String forEachOfContent(String piece) {
    return content.stream()
        .map(column -> piece.replace("{column}", column))
        .collect(Collectors.joining(", "));
  }

  private String fill(MatchResult placeholder) {
    return switch (placeholder.group(2)) {
      case "table" -> table;
      case "stage" -> stage();
      case "key" -> qualify(placeholder.group(1), key.stream());
      case "content" -> qualify(placeholder.group(1), content.stream());
      default ->
          qualify(placeholder.group(1), Stream.concat(content.stream(), contentElsewhere.stream()));
    };
  }

  private static String qualify(@Nullable String alias, Stream<String> columns) {
    return columns
        .map(column -> alias == null ? column : alias + "." + column)
        .collect(Collectors.joining(", "));
  }
}
