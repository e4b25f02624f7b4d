package dev.touchstone.batch.intake;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.touchstone.application.intake.DateSystem;
import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.application.intake.SourceRow;
import dev.touchstone.domain.time.NightId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.Chunk;

class StagingWriterTest {

  private static final Delivery NIGHT =
      new Delivery.Night(new NightId(LocalDate.of(2010, 11, 15), 1));
  private static final Fault BROKEN =
      new Fault(RejectReason.FILE_UNREADABLE, "The file cannot be read", List.of());

  private final StagedRows stage = new StagedRows();
  private final FilesInMemory files = new FilesInMemory(stage);
  private final StagingWriter writer = new StagingWriter(files, stage);
  private final List<IntakeFile> registered =
      files.register(NIGHT, List.of(file("a.csv"), file("b.csv"), file("c.csv")));
  private final IntakeFile a = registered.get(0);
  private final IntakeFile b = registered.get(1);
  private final IntakeFile c = registered.get(2);

  @Test
  void stagesTheRowsOfAChunkFileByFile() {
    write(row(a, 2), row(a, 3), row(b, 2));

    assertThat(stage.linesOf(a)).containsExactly(2L, 3L);
    assertThat(stage.linesOf(b)).containsExactly(2L);
    assertThat(stage.batches()).containsExactly(2, 1);
  }

  @Test
  void goesOnWithAFileInTheNextChunk() {
    write(row(a, 2));
    write(row(a, 3));

    assertThat(stage.linesOf(a)).containsExactly(2L, 3L);
  }

  @Test
  void rejectsAFileWithAllItsRowsAndNoOthers() {
    write(row(a, 2), row(b, 2));
    write(row(b, 3), unusable(b), row(c, 2));

    assertThat(files.rejected()).containsExactly(entry(b.id(), BROKEN));
    assertThat(stage.linesOf(a)).containsExactly(2L);
    assertThat(stage.linesOf(b)).isEmpty();
    assertThat(stage.linesOf(c)).containsExactly(2L);
  }

  @Test
  void keepsTheRowsBeforeAFileThatCouldNotBeOpened() {
    write(row(a, 2), unusable(b), unusable(c));

    assertThat(stage.linesOf(a)).containsExactly(2L);
    assertThat(files.rejected().keySet()).containsExactly(b.id(), c.id());
  }

  @Test
  void refusesARowThatNobodyParsed() {
    SourceRow row = new SourceRow(RowPlace.line(2), List.of(), DateSystem.FROM_1900);

    assertThatIllegalStateException()
        .isThrownBy(() -> write(new IntakeItem.Read(a, row)))
        .withMessageStartingWith("Rows are parsed before they are staged");
  }

  private void write(IntakeItem... items) {
    writer.write(new Chunk<>(items));
  }

  private static IntakeItem row(IntakeFile file, long line) {
    return new IntakeItem.Parsed(file, parsed(RowPlace.line(line)));
  }

  private static IntakeItem unusable(IntakeFile file) {
    return new IntakeItem.Unusable(file, BROKEN);
  }

  /** A row with a fault, which is staged like any other. */
  static ParsedRow parsed(RowPlace place) {
    return new ParsedRow(
        place, "P-1", null, Fault.in("from", RejectReason.BAD_DATE, "from is no date"));
  }

  private static SourceFile file(String name) {
    return new SourceFile(EvidenceKind.ENROLLMENTS, null, "enrollments/" + name, 1, "0".repeat(64));
  }
}
