package dev.touchstone.batch.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A workbook taken apart, so that its parts can be changed and packed again, names twice too. */
final class WorkbookParts {

  /**
   * One part.
   *
   * @param name its path in the zip file
   */
  record Part(String name, byte[] content) {}

  final List<Part> list = new ArrayList<>();

  /** Takes a workbook apart. */
  static WorkbookParts unpack(byte[] workbook) {
    WorkbookParts parts = new WorkbookParts();
    try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        parts.list.add(new Part(entry.getName(), zip.getInputStream(entry).readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  /** The index of some part. */
  int some(Random random) {
    return random.nextInt(list.size());
  }

  /** Gives a part other content. */
  void put(int index, byte[] content) {
    list.set(index, new Part(list.get(index).name(), content));
  }

  /** Puts the parts together again. */
  byte[] pack() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(packed)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Part part : list) {
        ZipArchiveEntry entry = new ZipArchiveEntry(part.name());
        // The same mutant is the same bytes on any day.
        entry.setTime(0);
        zip.putArchiveEntry(entry);
        zip.write(part.content());
        zip.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
