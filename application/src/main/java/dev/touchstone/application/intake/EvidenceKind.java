package dev.touchstone.application.intake;

import static dev.touchstone.application.intake.Column.optional;
import static dev.touchstone.application.intake.Column.required;

import java.util.List;

/** The kinds of files, in the order in which a night takes them (formats.md, Inbox). */
public enum EvidenceKind {
  /** Partners and their status. */
  PARTNERS(
      "partners",
      required("partner_id"),
      required("name"),
      optional("vat_number"),
      optional("city"),
      optional("province"),
      optional("country"),
      optional("website"),
      optional("contact_email"),
      required("registered_on"),
      optional("legacy_level"),
      optional("status")),
  /** Toolkits and competencies. */
  ENROLLMENTS(
      "enrollments",
      required("partner_id"),
      required("specialization"),
      required("kind"),
      required("from"),
      optional("to")),
  /** Certificates, and whom their holders work for. */
  CERTIFICATIONS(
      "certifications",
      required("certificate_id"),
      required("person_id"),
      required("person_name"),
      optional("person_email"),
      required("partner_id"),
      required("certification_code"),
      required("awarded_on"),
      optional("expires_on"),
      optional("revoked_on")),
  /** References of end customers. */
  REFERENCES(
      "references",
      required("reference_id"),
      required("partner_id"),
      required("specialization"),
      required("customer_name"),
      optional("customer_vat"),
      optional("signatory_name"),
      optional("signatory_email"),
      required("requested_on"),
      optional("signed_on"),
      optional("declined_on"),
      optional("withdrawn_on")),
  /** Survey responses, in workbooks, one folder a vendor. */
  SURVEYS(
      "surveys",
      new Column("response id", true, List.of("Response ID", "ID risposta")),
      new Column("partner id", true, List.of("Partner ID", "Codice partner")),
      new Column("date", true, List.of("Survey date", "Data")),
      new Column("customer", true, List.of("Customer", "Cliente")),
      new Column(
          "overall satisfaction",
          true,
          List.of("Overall satisfaction", "Soddisfazione complessiva")),
      new Column("would recommend", false, List.of("Would recommend", "Raccomanderebbe")),
      new Column("respondent e-mail", false, List.of("Respondent e-mail", "E-mail")),
      new Column("comment", false, List.of("Comment", "Commento")));

  private final String folder;
  private final List<Column> columns;

  EvidenceKind(String folder, Column... columns) {
    this.folder = folder;
    this.columns = List.of(columns);
  }

  /** The folder of the inbox in which files of this kind lie. */
  public String folder() {
    return folder;
  }

  /** The columns, in the order in which faults are named. */
  public List<Column> columns() {
    return columns;
  }

  /** Whether the files are workbooks; else they are CSV. */
  public boolean isWorkbook() {
    return this == SURVEYS;
  }
}
