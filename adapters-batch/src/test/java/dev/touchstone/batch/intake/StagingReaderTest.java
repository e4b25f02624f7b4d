package dev.touchstone.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.domain.time.NightId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class StagingReaderTest {

  private static final Delivery NIGHT =
      new Delivery.Night(new NightId(LocalDate.of(2010, 11, 15), 1));
  private static final String HEADER = "partner_id,specialization,kind,from\n";

  private final StagedRows stage = new StagedRows();
  private final FilesInMemory files = new FilesInMemory(stage);

  @TempDir Path folder;
  private Path inbox;
  private StagingReader reader;

  @BeforeEach
  void openNothing() throws IOException {
    inbox = Files.createDirectories(folder.resolve("inbox/enrollments")).getParent();
    reader =
        new StagingReader(
            new Intake(NIGHT, inbox, folder.resolve("rejected")),
            EvidenceKind.ENROLLMENTS,
            files,
            stage,
            CsvEvidenceReader::open);
  }

  @Test
  void readsOneFileAfterTheOther() throws IOException {
    put("a.csv", HEADER + "P-1,CRM,TOOLKIT,2010-01-01\nP-2,CRM,TOOLKIT,2010-01-01\n");
    put("b.csv", HEADER);
    put("c.csv", HEADER + "P-3,CRM,TOOLKIT,2010-01-01\n");
    register();

    assertThat(readAll()).containsExactly("a.csv:2", "a.csv:3", "c.csv:2");
    assertThat(reader.read()).isNull();
  }

  @Test
  void saysWhichFilesCannotBeUsedAndGoesOn() throws IOException {
    put("a.csv", "");
    put("b.csv", HEADER + "P-1,CRM,TOOLKIT,2010-01-01\nP-2,\"CRM,TOOLKIT,2010-01-01\n");
    put("c.csv", HEADER + "P-3,CRM,TOOLKIT,2010-01-01\n");
    register();

    assertThat(readAll())
        .containsExactly("a.csv:FILE_NO_HEADER", "b.csv:2", "b.csv:FILE_UNREADABLE", "c.csv:2");
  }

  @Test
  void refusesAFileThatIsGoneOrChangedSinceItWasRegistered() throws IOException {
    put("a.csv", HEADER);
    put("b.csv", HEADER);
    register();
    Files.delete(inbox.resolve("enrollments/a.csv"));
    put("b.csv", HEADER + "P-1,CRM,TOOLKIT,2010-01-01\n");
    reader.open(new ExecutionContext());

    assertThat(reader.read())
        .isInstanceOfSatisfying(
            IntakeItem.Unread.class,
            gone -> {
              assertThat(gone.fault().reason()).isEqualTo(RejectReason.FILE_UNREADABLE);
              assertThat(gone.fault().detail()).startsWith("The file is no longer in the inbox;");
            });
    assertThat(reader.read())
        .isInstanceOfSatisfying(
            IntakeItem.Unread.class,
            changed -> {
              assertThat(changed.fault().reason()).isEqualTo(RejectReason.FILE_UNREADABLE);
              assertThat(changed.fault().detail())
                  .contains("the next night reads it as it is then");
            });
    assertThat(reader.read()).isNull();
  }

  @Test
  void clearsWhatAnEarlierAttemptStagedOfAFileBeforeItReadsIt() throws IOException {
    put("a.csv", HEADER + "P-1,CRM,TOOLKIT,2010-01-01\n");
    IntakeFile file = register().get(0);
    stage.add(file, List.of(parsed(9)));
    reader.open(new ExecutionContext());

    assertThat(stage.linesOf(file)).containsExactly(9L);
    assertThat(reader.read()).isNotNull();
    assertThat(stage.linesOf(file)).isEmpty();
  }

  @Test
  void readsFromTheStartWhenItIsOpenedAgain() throws IOException {
    put("a.csv", HEADER + "P-1,CRM,TOOLKIT,2010-01-01\nP-2,CRM,TOOLKIT,2010-01-01\n");
    register();
    reader.open(new ExecutionContext());
    reader.read();
    reader.close();

    assertThat(readAll()).containsExactly("a.csv:2", "a.csv:3");
  }

  private static ParsedRow parsed(long line) {
    return StagingWriterTest.parsed(RowPlace.line(line));
  }

  private List<String> readAll() throws IOException {
    reader.open(new ExecutionContext());
    List<String> items = new ArrayList<>();
    for (IntakeItem item = reader.read(); item != null; item = reader.read()) {
      String path = item.file().file().path();
      String name = path.substring(path.indexOf('/') + 1);
      if (item instanceof IntakeItem.Read read) {
        items.add(name + ":" + read.row().place().line());
      } else if (item instanceof IntakeItem.Unusable unusable) {
        items.add(name + ":" + unusable.fault().reason());
      }
    }
    return items;
  }

  private List<IntakeFile> register() throws IOException {
    return files.register(NIGHT, InboxScanner.scan(inbox).files());
  }

  private void put(String name, String text) throws IOException {
    Files.writeString(inbox.resolve("enrollments").resolve(name), text);
  }
}
