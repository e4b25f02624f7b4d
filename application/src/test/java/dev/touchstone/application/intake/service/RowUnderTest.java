package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.Column;
import dev.touchstone.application.intake.DateSystem;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.EvidenceRow;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.SourceRow;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.Specialization;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.catalog.SpecializationKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A good row of a kind that a test spoils, and what becomes of it. */
final class RowUnderTest {

  private static final Catalog CATALOG =
      new Catalog(
          "partner-network",
          1,
          List.of(
              new Specialization(
                  new SpecializationCode("CRM"),
                  SpecializationKind.PRODUCT,
                  Map.of("en", "Customer relationship management"),
                  Set.of(new CertificationCode("TC-109")))));

  private final EvidenceKind kind;
  private final Map<String, Cell> cells = new LinkedHashMap<>();
  private DateSystem dates = DateSystem.FROM_1900;

  private RowUnderTest(EvidenceKind kind) {
    this.kind = kind;
  }

  static RowUnderTest aRow(EvidenceKind kind) {
    RowUnderTest row = new RowUnderTest(kind);
    return switch (kind) {
      case PARTNERS ->
          row.with("partner_id", "P-1").with("name", "Nodo").with("registered_on", "2005-03-27");
      case ENROLLMENTS ->
          row.with("partner_id", "P-1")
              .with("specialization", "CRM")
              .with("kind", "COMPETENCY")
              .with("from", "2010-01-05");
      case CERTIFICATIONS ->
          row.with("certificate_id", "C-1")
              .with("person_id", "H-1")
              .with("person_name", "Sara")
              .with("partner_id", "P-1")
              .with("certification_code", "TC-109")
              .with("awarded_on", "2009-06-01");
      case REFERENCES ->
          row.with("reference_id", "R-1")
              .with("partner_id", "P-1")
              .with("specialization", "CRM")
              .with("customer_name", "Vivai Malpasso")
              .with("requested_on", "2010-03-01");
      case SURVEYS ->
          row.with("response id", "A-1")
              .with("partner id", "P-1")
              .with("date", "2010-05-31")
              .with("customer", "Vivai Malpasso")
              .with("overall satisfaction", new Cell.Numeric(8));
    };
  }

  RowUnderTest with(String column, String text) {
    return with(column, new Cell.Text(text));
  }

  RowUnderTest with(String column, Cell cell) {
    cells.put(column, cell);
    return this;
  }

  RowUnderTest without(String column) {
    cells.remove(column);
    return this;
  }

  RowUnderTest counting(DateSystem system) {
    dates = system;
    return this;
  }

  ParsedRow parse() {
    List<String> names = kind.columns().stream().map(Column::name).toList();
    if (!names.containsAll(cells.keySet())) {
      throw new IllegalArgumentException("Not columns of " + kind + ": " + cells.keySet());
    }
    List<Cell> inOrder = new ArrayList<>();
    names.forEach(name -> inOrder.add(cells.get(name)));
    return new ParseRowService(() -> CATALOG)
        .parse(kind, new SourceRow(RowPlace.line(7), inOrder, dates));
  }

  /** The parsed values; fails where there is a fault. */
  <R extends EvidenceRow> R row(Class<R> type) {
    ParsedRow parsed = parse();
    if (parsed.fault() != null) {
      throw new AssertionError(parsed.fault().toString());
    }
    return type.cast(parsed.row());
  }

  /** What is wrong; fails where nothing is. */
  Fault fault() {
    Fault fault = parse().fault();
    if (fault == null) {
      throw new AssertionError("No fault in " + cells);
    }
    return fault;
  }
}
