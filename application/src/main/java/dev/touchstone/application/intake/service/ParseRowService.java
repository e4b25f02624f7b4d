package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.EvidenceRow;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.SourceRow;
import dev.touchstone.application.intake.port.in.ParseRowUseCase;
import dev.touchstone.domain.catalog.Catalogs;

/** Parses rows by the rules of formats.md (CSV; Survey workbook), the first fault first. */
public final class ParseRowService implements ParseRowUseCase {

  private final Catalogs catalogs;

  /** Codes are looked up in the program's catalog. */
  public ParseRowService(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  @Override
  public ParsedRow parse(EvidenceKind kind, SourceRow row) {
    return switch (kind) {
      case PARTNERS -> parse(new PartnerRowParser(), kind, row);
      case ENROLLMENTS -> parse(new EnrollmentRowParser(catalogs.getCatalog()), kind, row);
      case CERTIFICATIONS -> parse(new CertificationRowParser(catalogs.getCatalog()), kind, row);
      case REFERENCES -> parse(new ReferenceRowParser(catalogs.getCatalog()), kind, row);
      case SURVEYS -> parse(new SurveyRowParser(), kind, row);
    };
  }

  private static <R extends EvidenceRow> ParsedRow parse(
      RowParser<R> parser, EvidenceKind kind, SourceRow source) {
    String key = RowKey.of(kind, source);
    try {
      R row = parser.read(new RowValues(kind, source));
      return new ParsedRow(source.place(), key, row, parser.findFault(row));
    } catch (BadValueException e) {
      return new ParsedRow(source.place(), key, null, e.fault());
    }
  }
}
