package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.domain.text.Text;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the files of an inbox (formats.md, Inbox). */
final class InboxScanner {

  /**
   * What lies in an inbox.
   *
   * @param files those a night takes: by kind in the night's order, then by path
   * @param ignored paths below the inbox of files that no kind claims; they stay where they are
   */
  record Contents(List<SourceFile> files, List<String> ignored) {}

  private final Path inbox;
  private final List<SourceFile> files = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();

  private InboxScanner(Path inbox) {
    this.inbox = inbox;
  }

  static Contents scan(Path inbox) throws IOException {
    InboxScanner scanner = new InboxScanner(inbox);
    for (EvidenceKind kind : EvidenceKind.values()) {
      scanner.scanKind(kind);
    }
    scanner.ignoreBesideTheKinds();
    scanner.ignored.sort(Text.BYTE_ORDER);
    return new Contents(List.copyOf(scanner.files), List.copyOf(scanner.ignored));
  }

  private void scanKind(EvidenceKind kind) throws IOException {
    Path folder = inbox.resolve(kind.folder());
    List<SourceFile> ofKind = new ArrayList<>();
    if (kind.isWorkbook()) {
      for (Path vendor : list(folder)) {
        if (Files.isDirectory(vendor)) {
          scanFolder(vendor, kind, new SurveyVendor(nameOf(vendor)), ".xlsx", ofKind);
        } else {
          ignore(vendor);
        }
      }
    } else {
      scanFolder(folder, kind, null, ".csv", ofKind);
    }
    ofKind.sort(Comparator.comparing(SourceFile::path, Text.BYTE_ORDER));
    files.addAll(ofKind);
  }

  private void scanFolder(
      Path folder,
      EvidenceKind kind,
      @Nullable SurveyVendor vendor,
      String extension,
      List<SourceFile> found)
      throws IOException {
    for (Path file : list(folder)) {
      String name = nameOf(file);
      // Office suites leave lock files named ~$… beside an open workbook; they hold no evidence.
      boolean claimed =
          Files.isRegularFile(file)
              && name.toLowerCase(Locale.ROOT).endsWith(extension)
              && !name.startsWith("~$")
              && !name.startsWith(".");
      if (claimed) {
        found.add(
            new SourceFile(
                kind, vendor, pathBelowInbox(file), sizeOf(file), FileDigest.ofFound(file)));
      } else {
        ignore(file);
      }
    }
  }

  /** A file that vanishes now is registered all the same, and rejected when its turn comes. */
  private static long sizeOf(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException vanished) {
      return 0;
    }
  }

  /** A folder with a misspelt name must not go unseen. */
  private void ignoreBesideTheKinds() throws IOException {
    Set<String> folders =
        Arrays.stream(EvidenceKind.values()).map(EvidenceKind::folder).collect(Collectors.toSet());
    for (Path entry : list(inbox)) {
      if (!Files.isDirectory(entry) || !folders.contains(nameOf(entry))) {
        ignore(entry);
      }
    }
  }

  private void ignore(Path file) {
    ignored.add(pathBelowInbox(file));
  }

  private String pathBelowInbox(Path file) {
    return inbox.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString();
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        stream.forEach(entries::add);
      }
    }
    return entries;
  }
}
