package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.port.in.ParseRowUseCase;
import dev.touchstone.application.intake.service.ParseRowService;
import dev.touchstone.batch.workbook.SurveyWorkbookReader;
import dev.touchstone.domain.time.NightId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Takes one workbook in as nights and uploads do, with the step's own reader, parser and writer, up
 * to a stage in memory.
 */
public final class WorkbookIntake {

  private static final int CHUNK = 2_000;

  private static final ParseRowUseCase PARSER =
      new ParseRowService(
          () -> {
            throw new AssertionError("Surveys need no catalog");
          });

  private WorkbookIntake() {}

  /**
   * What became of a workbook.
   *
   * @param rows what is staged of it; none of a workbook rejected whole
   * @param fault why it was rejected whole; null where it was not
   */
  public record Taken(List<ParsedRow> rows, @Nullable Fault fault) {}

  /** Takes in the workbook at this path, which ends with {@code surveys/VENDOR/FILE.xlsx}. */
  public static Taken take(Path workbook) throws IOException {
    Path inbox = workbook.getParent().getParent().getParent();
    Delivery night = new Delivery.Night(new NightId(LocalDate.of(2010, 11, 15), 1));
    StagedRows stage = new StagedRows();
    FilesInMemory files = new FilesInMemory(stage);
    List<IntakeFile> registered = files.register(night, InboxScanner.scan(inbox).files());
    if (registered.size() != 1) {
      throw new AssertionError("One workbook a time, not " + registered);
    }
    StagingReader reader =
        new StagingReader(
            new Intake(night, inbox, inbox.resolveSibling("rejected")),
            EvidenceKind.SURVEYS,
            files,
            stage,
            (path, kind) -> SurveyWorkbookReader.open(path));
    StagingWriter writer = new StagingWriter(files, stage);
    reader.open(new ExecutionContext());
    try {
      List<IntakeItem> chunk = new ArrayList<>();
      for (IntakeItem item = reader.read(); item != null; item = reader.read()) {
        chunk.add(
            item instanceof IntakeItem.Read read
                ? new IntakeItem.Parsed(read.file(), PARSER.parse(EvidenceKind.SURVEYS, read.row()))
                : item);
        if (chunk.size() == CHUNK) {
          writer.write(new Chunk<>(List.copyOf(chunk)));
          chunk.clear();
        }
      }
      writer.write(new Chunk<>(chunk));
    } finally {
      reader.close();
    }
    IntakeFile file = registered.get(0);
    return new Taken(stage.rowsOf(file), files.rejected().get(file.id()));
  }
}
