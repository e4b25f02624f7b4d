package dev.touchstone.benchmark;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.batch.directory.PublishFeedStepConfiguration;
import dev.touchstone.batch.recalculation.RecalculationStepConfiguration;
import dev.touchstone.batch.sample.SampleDataGenerator;
import dev.touchstone.benchmark.Turns.Medians;
import dev.touchstone.benchmark.Turns.Turn;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.persistence.catalog.YamlCatalogs;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Nights of many partners: the recalculation, the publication, and a night of few changes. */
final class NightBenchmark {

  private static final String RECALCULATION = "recalculation";
  private static final String EVIDENCE_AND_DECISIONS = "COPY of evidence and decisions";
  private static final String PUBLICATION = "publication";
  private static final String PUBLICATION_OF_CHANGES = "publication of 1 %";
  private static final String LISTINGS = "COPY of listings";
  private static final String FULL = "full night";
  private static final String ONE_PERCENT = "night of 1 %";

  private static final int CHANGED_ONE_IN = 100;
  private static final int GZIP_LEVEL = 6;

  /** The columns that the recalculation reads, of the rows that it reads. */
  private static final List<String> EVIDENCE =
      List.of(
          """
          SELECT partner_id, name, vat_number, city, province, country, website, contact_email,
            registered_on, legacy_level
          FROM partner WHERE superseded_at IS NULL
          """,
          """
          SELECT partner_id, valid_from, status FROM partner_status WHERE superseded_at IS NULL
          """,
          """
          SELECT partner_id, specialization, kind, valid_from, valid_until
          FROM enrollment WHERE superseded_at IS NULL
          """,
          """
          SELECT partner_id, person_id, valid_from FROM employment WHERE superseded_at IS NULL
          """,
          """
          SELECT person_id, certificate_id, certification_code, awarded_on, expires_on, revoked_on
          FROM certification WHERE superseded_at IS NULL
          """,
          """
          SELECT partner_id, reference_id, specialization, customer_name, signed_on, withdrawn_on
          FROM reference WHERE superseded_at IS NULL
          """,
          """
          SELECT partner_id, vendor, response_id, answered_on, customer_name, satisfaction
          FROM survey_response WHERE superseded_at IS NULL
          """);

  private static final List<String> DECISIONS = List.of("tier_decision", "standing");

  /** The columns of the feed, from the three tables they lie in. */
  private static final String LISTED =
      """
      SELECT partner_id, p.name, s.held, s.since, s.legacy, p.city, p.province, p.country,
        p.website, d.competencies
      FROM standings_after(DATE '%1$s', 1) s
      JOIN tier_decisions_after(DATE '%1$s', 1) d USING (partner_id)
      JOIN partner p USING (partner_id)
      WHERE s.held IS NOT NULL AND p.superseded_at IS NULL
      ORDER BY partner_id
      """;

  private final Settings settings;
  private final Installation installation;
  private final Catalog catalog = YamlCatalogs.ofDefault().getCatalog();
  private final Copy copy;
  private int changes;

  private NightBenchmark(Settings settings, Installation installation) {
    this.settings = settings;
    this.installation = installation;
    this.copy = new Copy(installation.dataSource());
  }

  static List<Figure> run(Settings settings) throws Exception {
    try (Installation installation = Installation.create()) {
      return new NightBenchmark(settings, installation).figures();
    }
  }

  private List<Figure> figures() throws Exception {
    Path inbox = installation.folder("inbox");
    new SampleDataGenerator(catalog, 1).generate(settings.partners(), inbox);
    installation.runFullNight(inbox);
    for (String table : DECISIONS) {
      copy.outToFile("SELECT * FROM " + table, copied(table));
      installation
          .sql()
          .sql("CREATE TABLE " + table + "_copied (LIKE " + table + " INCLUDING ALL)")
          .update();
    }

    Medians medians =
        new Turns(
                settings.repeats(),
                this::decideAndPublishAll,
                this::copyEvidenceAndDecisions,
                this::runNightOfFewChanges,
                this::runFullNight)
            .run();
    return List.of(
        new Figure(
            String.format("full recalculation, %,d partners", settings.partners()),
            medians.of(RECALCULATION),
            "COPY of the same evidence out plus COPY of the decisions in",
            medians.of(EVIDENCE_AND_DECISIONS),
            2.0,
            ""),
        new Figure(
            String.format("night with 1 %% of partners changed, %,d partners", settings.partners()),
            medians.of(ONE_PERCENT),
            "full night",
            medians.of(FULL),
            0.10,
            ""),
        new Figure(
            String.format("publication, %,d partners", settings.partners()),
            medians.of(PUBLICATION),
            "COPY of the same columns through gzip at the same level",
            medians.of(LISTINGS),
            1.3,
            "all listings read, compared with the feed before and written"),
        new Figure(
            String.format("the same in a night with 1 %% of %,d changed", settings.partners()),
            medians.of(PUBLICATION_OF_CHANGES),
            "the same COPY of all listings",
            medians.of(LISTINGS),
            1.3,
            "changed listings read, all written"));
  }

  /** Nothing was decided or known to be published before: all is recorded and published. */
  private Map<String, Duration> decideAndPublishAll() throws Exception {
    installation.empty(DECISIONS.toArray(String[]::new));
    installation.empty("partner_due", "publication");
    Installation.Night night = installation.runFullNight(installation.emptyInbox("no-files"));
    LocalDate date = night.run().night().id().businessDate();
    Turn listings =
        Turns.of(
            LISTINGS,
            () -> copy.outToGzip(LISTED.formatted(date), copied("listing.gz"), GZIP_LEVEL));
    return Map.of(
        RECALCULATION,
        night.of(RecalculationStepConfiguration.RECALCULATE),
        PUBLICATION,
        night.of(PublishFeedStepConfiguration.PUBLISH),
        LISTINGS,
        listings.run().get(LISTINGS));
  }

  private Map<String, Duration> copyEvidenceAndDecisions() throws Exception {
    for (String table : DECISIONS) {
      installation.empty(table + "_copied");
    }
    installation.settle();
    return Turns.of(
            EVIDENCE_AND_DECISIONS,
            () -> {
              for (String query : EVIDENCE) {
                copy.outToNothing(query);
              }
              for (String table : DECISIONS) {
                copy.in(copied(table), table + "_copied");
              }
            })
        .run();
  }

  private Map<String, Duration> runNightOfFewChanges() throws IOException {
    Installation.Night night = installation.runNight(changedInbox());
    return Map.of(
        ONE_PERCENT,
        night.elapsed(),
        PUBLICATION_OF_CHANGES,
        night.of(PublishFeedStepConfiguration.PUBLISH));
  }

  private Map<String, Duration> runFullNight() throws IOException {
    return Map.of(FULL, installation.runFullNight(changedInbox()).elapsed());
  }

  /** A new reference for one partner in a hundred, each time for others. */
  private Path changedInbox() throws IOException {
    int change = changes++;
    Path inbox = installation.emptyInbox("changed-inbox");
    String specialization = catalog.listSpecializations().get(0).code().value();
    Path folder = Files.createDirectories(inbox.resolve(EvidenceKind.REFERENCES.folder()));
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("references.csv"))) {
      out.write("reference_id,partner_id,specialization,customer_name,requested_on,signed_on\n");
      for (int i = change % (CHANGED_ONE_IN - 1); i < settings.partners(); i += CHANGED_ONE_IN) {
        out.write(
            String.format(
                "N-%d-%07d,P-%07d,%s,%s,2010-09-01,2010-09-20\n",
                change, i, i + 1, specialization, Invented.customer(i)));
      }
    }
    return inbox;
  }

  private Path copied(String name) throws IOException {
    return installation.folder("copy").resolve(name);
  }
}
