package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.EvidenceRow.SurveyRow;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.survey.ResponseId;
import org.jspecify.annotations.Nullable;

/** Survey responses (formats.md, Survey workbook). */
final class SurveyRowParser implements RowParser<SurveyRow> {

  @Override
  public SurveyRow read(RowValues values) throws BadValueException {
    return new SurveyRow(
        new ResponseId(values.requiredId("response id")),
        new PartnerId(values.requiredId("partner id")),
        values.requiredDate("date"),
        new CustomerName(values.requiredText("customer")),
        values.requiredWholeNumber("overall satisfaction", 1, 10),
        values.wholeNumber("would recommend", 0, 10),
        values.text("respondent e-mail"),
        values.text("comment", Cell.MAX_TEXT));
  }

  @Override
  public @Nullable Fault findFault(SurveyRow row) {
    return null;
  }
}
