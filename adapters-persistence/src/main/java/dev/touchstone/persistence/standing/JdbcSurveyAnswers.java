package dev.touchstone.persistence.standing;

import dev.touchstone.application.standing.SurveyAnswer;
import dev.touchstone.application.standing.port.out.SurveyAnswers;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.survey.ResponseId;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.domain.tier.Finding.Survey.CountedResponse;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scores in {@code survey_response}; who gave them is not even read. */
public final class JdbcSurveyAnswers implements SurveyAnswers {

  private static final String LIST =
      """
      SELECT vendor, response_id, answered_on, satisfaction, recommend, recorded_at, superseded_at
      FROM survey_response
      WHERE partner_id = :partner AND recorded_at <= :upTo
      """;

  private final JdbcClient client;

  /** Scores in the database of the data source. */
  public JdbcSurveyAnswers(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public List<SurveyAnswer> listRecorded(PartnerId partner, Instant upTo) {
    return client
        .sql(LIST)
        .param("partner", partner.value())
        .param("upTo", RecordTime.of(upTo))
        .query((row, number) -> answer(row))
        .list();
  }

  private static SurveyAnswer answer(ResultSet row) throws SQLException {
    return new SurveyAnswer(
        new CountedResponse(
            new SurveyVendor(row.getString("vendor")),
            new ResponseId(row.getString("response_id"))),
        row.getObject("answered_on", LocalDate.class),
        row.getInt("satisfaction"),
        row.getObject("recommend", Integer.class),
        Objects.requireNonNull(RecordTime.get(row, "recorded_at")),
        RecordTime.get(row, "superseded_at"));
  }
}
