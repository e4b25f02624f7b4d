package dev.touchstone.benchmark;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.batch.intake.IntakeSteps;
import dev.touchstone.batch.sample.SampleDataGenerator;
import dev.touchstone.benchmark.Turns.Medians;
import dev.touchstone.benchmark.Turns.Turn;
import dev.touchstone.persistence.catalog.YamlCatalogs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * From a file to committed evidence: the steps of a real night that register, stage and merge the
 * file, beside what merely reads or merely stores it.
 */
final class IntakeBenchmark {

  private static final String OWN = "intake";
  private static final String FASTEXCEL = "fastexcel-reader";
  private static final String POI = "XSSFSheetXMLHandler";
  private static final String COPY = "COPY";

  private final Settings settings;
  private final Installation installation;

  private IntakeBenchmark(Settings settings, Installation installation) {
    this.settings = settings;
    this.installation = installation;
  }

  static List<Figure> run(Settings settings) throws Exception {
    List<Figure> figures = new ArrayList<>();
    try (Installation installation = Installation.create()) {
      IntakeBenchmark benchmark = new IntakeBenchmark(settings, installation);
      benchmark.takePartners();
      if (settings.has(Settings.Group.SURVEY)) {
        figures.addAll(benchmark.survey());
      }
      if (settings.has(Settings.Group.CERTIFICATIONS)) {
        figures.add(benchmark.certifications());
      }
    }
    return figures;
  }

  private void takePartners() throws IOException {
    Path inbox = installation.folder("partners-inbox");
    new SampleDataGenerator(YamlCatalogs.ofDefault().getCatalog(), 1)
        .generate(settings.intakePartners(), inbox);
    for (EvidenceKind kind : EvidenceKind.values()) {
      if (kind != EvidenceKind.PARTNERS) {
        FileSystemUtils.deleteRecursively(inbox.resolve(kind.folder()));
      }
    }
    installation.runNight(inbox);
  }

  private List<Figure> survey() throws Exception {
    int rows = settings.surveyRows();
    Path inbox = installation.emptyInbox("survey-inbox");
    Path workbook = inbox.resolve("surveys").resolve("aurora").resolve("aurora.xlsx");
    SurveyWorkbook.write(workbook, rows, settings.intakePartners());
    long cells = (rows + 1L) * SurveyWorkbook.COLUMNS;
    Medians medians =
        new Turns(
                settings.repeats(),
                intake(EvidenceKind.SURVEYS, inbox, rows, "survey_response"),
                Turns.of(
                    FASTEXCEL, () -> require(cells, SurveyWorkbook.iterateByFastexcel(workbook))),
                Turns.of(POI, () -> require(cells, SurveyWorkbook.iterateByPoi(workbook))))
            .run();
    String what =
        String.format(
            "survey workbook, %,d rows × %d columns: file → committed evidence",
            rows, SurveyWorkbook.COLUMNS);
    return List.of(
        new Figure(
            what,
            medians.of(OWN),
            "fastexcel-reader iterating over all cells",
            medians.of(FASTEXCEL),
            1.0,
            ""),
        new Figure(
            "the same",
            medians.of(OWN),
            "POI's XSSFSheetXMLHandler iterating over all cells",
            medians.of(POI),
            0.4,
            ""));
  }

  private Figure certifications() throws Exception {
    int rows = settings.certificationRows();
    Path inbox = installation.emptyInbox("certifications-inbox");
    CertificationFile.write(
        inbox.resolve("certifications").resolve("certifications.csv"),
        rows,
        settings.intakePartners(),
        YamlCatalogs.ofDefault().getCatalog());
    Path copied = installation.folder("copy").resolve("certification.copy");
    Copy copy = new Copy(installation.dataSource());
    installation
        .sql()
        .sql("CREATE TABLE certification_copied (LIKE certification INCLUDING ALL)")
        .update();
    Turn own = intake(EvidenceKind.CERTIFICATIONS, inbox, rows, "certification", "employment");
    own.run();
    copy.outToFile("SELECT * FROM certification", copied);
    Turn reference = Turns.of(COPY, () -> require(rows, copy.in(copied, "certification_copied")));
    Medians medians =
        new Turns(
                settings.repeats(),
                own,
                () -> {
                  installation.empty("certification_copied");
                  installation.settle();
                  return reference.run();
                })
            .run();
    return new Figure(
        String.format("certification CSV, %,d rows: file → committed evidence", rows),
        medians.of(OWN),
        "COPY of the same rows into a table with the same keys and indexes",
        medians.of(COPY),
        1.5,
        "");
  }

  /** A night that finds the tables empty and the file in its inbox. */
  private Turn intake(EvidenceKind kind, Path inbox, int rows, String... tables) {
    return () -> {
      installation.empty(tables);
      Installation.Night night = installation.runNight(inbox);
      require(rows, installation.count(tables[0]));
      return Map.of(
          OWN, night.of(IntakeSteps.REGISTER, IntakeSteps.stage(kind), IntakeSteps.merge(kind)));
    };
  }

  private static void require(long expected, long found) {
    if (expected != found) {
      throw new IllegalStateException("There should be " + expected + ", not " + found);
    }
  }
}
