package dev.touchstone.persistence.standing;

import dev.touchstone.application.standing.SurveyAnswer;
import dev.touchstone.application.standing.port.out.SurveyAnswers;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.Finding.Survey.CountedResponse;
import dev.touchstone.persistence.postgres.KnownVersions;
import dev.touchstone.persistence.postgres.RecordTime;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scores in {@code survey_response}; who gave them is not even read. */
public final class JdbcSurveyAnswers implements SurveyAnswers {

  private static final String LIST =
      KnownVersions.fill(
          """
          SELECT r.satisfaction, r.recommend
          FROM survey_response r
          JOIN unnest(CAST(:vendors AS text[]), CAST(:responses AS text[])) AS c (vendor, response)
            ON r.vendor = c.vendor AND r.response_id = c.response
          WHERE r.partner_id = :partner AND {known r}
          """);

  private final JdbcClient client;

  /** Scores in the database of the data source. */
  public JdbcSurveyAnswers(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public List<SurveyAnswer> list(
      PartnerId partner, List<CountedResponse> responses, Instant knownAt) {
    return client
        .sql(LIST)
        .param("partner", partner.value())
        .param("vendors", responses.stream().map(of -> of.vendor().value()).toArray(String[]::new))
        .param(
            "responses", responses.stream().map(of -> of.response().value()).toArray(String[]::new))
        .param("knownAt", RecordTime.of(knownAt))
        .query(
            (row, number) ->
                new SurveyAnswer(
                    row.getInt("satisfaction"), row.getObject("recommend", Integer.class)))
        .list();
  }
}
