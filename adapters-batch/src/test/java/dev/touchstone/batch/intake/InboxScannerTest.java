package dev.touchstone.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.domain.survey.SurveyVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxScannerTest {

  @TempDir Path inbox;

  @Test
  void takesKindsInTheNightsOrderAndFilesByPath() throws IOException {
    put("surveys/beta/b.xlsx");
    put("surveys/alfa/z.xlsx");
    put("references/r.csv");
    put("enrollments/e.csv");
    put("certifications/c.csv");
    put("partners/p-2.csv");
    put("partners/p-10.csv");
    put("partners/P-3.csv");

    assertThat(InboxScanner.scan(inbox).files())
        .extracting(SourceFile::path)
        .containsExactly(
            "partners/P-3.csv",
            "partners/p-10.csv",
            "partners/p-2.csv",
            "enrollments/e.csv",
            "certifications/c.csv",
            "references/r.csv",
            "surveys/alfa/z.xlsx",
            "surveys/beta/b.xlsx");
  }

  @Test
  void tellsWhatItFound() throws IOException {
    put("surveys/alfa/a.XLSX");

    assertThat(InboxScanner.scan(inbox).files())
        .containsExactly(
            new SourceFile(
                EvidenceKind.SURVEYS,
                new SurveyVendor("alfa"),
                "surveys/alfa/a.XLSX",
                3,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }

  @Test
  void ignoresWhatNoKindClaims() throws IOException {
    put("partners/notes.txt");
    put("partners/.hidden.csv");
    put("partners/2010/nested.csv");
    put("surveys/no-vendor.xlsx");
    put("surveys/alfa/~$open.xlsx");
    put("surveys/alfa/a.csv");
    put("references/r.csv");

    InboxScanner.Contents contents = InboxScanner.scan(inbox);

    assertThat(contents.files()).extracting(SourceFile::path).containsExactly("references/r.csv");
    assertThat(contents.ignored())
        .containsExactly(
            "partners/.hidden.csv",
            "partners/2010",
            "partners/notes.txt",
            "surveys/alfa/a.csv",
            "surveys/alfa/~$open.xlsx",
            "surveys/no-vendor.xlsx");
  }

  @Test
  void namesWhatLiesBesideTheFoldersOfTheKinds() throws IOException {
    put("partner/misspelt.csv");
    put("loose.csv");
    put("enrollments");

    InboxScanner.Contents contents = InboxScanner.scan(inbox);

    assertThat(contents.files()).isEmpty();
    assertThat(contents.ignored()).containsExactly("enrollments", "loose.csv", "partner");
  }

  @Test
  void findsNothingInAnInboxThatIsEmptyOrAbsent() throws IOException {
    assertThat(InboxScanner.scan(inbox).files()).isEmpty();
    assertThat(InboxScanner.scan(inbox.resolve("absent")).files()).isEmpty();
  }

  private void put(String path) throws IOException {
    Path file = inbox.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "abc");
  }
}
