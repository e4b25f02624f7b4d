package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.batch.intake.UnusableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workbook a survey vendor gets back: every bad row marked and explained (formats.md, Reports
 * of rejected rows).
 */
public final class AnnotatedWorkbook {

  /**
   * Unpacked bytes up to which a workbook is edited in memory, where it takes about fifteen times
   * as much.
   */
  private static final long EDITABLE_BYTES = 12L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(AnnotatedWorkbook.class);

  private AnnotatedWorkbook() {}

  /**
   * Writes it, whole or not at all.
   *
   * @param original the vendor's workbook
   * @param rejected its rejected rows, in order of sheets and rows
   */
  public static void write(Path original, Iterator<RejectedRow> rejected, Path target)
      throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Path temporary = Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
    try {
      try (XSSFWorkbook editable = openEditable(original);
          OutputStream out = Files.newOutputStream(temporary)) {
        if (editable != null) {
          WorkbookEditor.edit(editable, original, rejected, out);
        } else {
          BadRowsWorkbook.write(original, rejected, out);
        }
      }
      Files.move(
          temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (UnusableFileException e) {
      throw new IOException("The workbook can no longer be read as it was: " + original, e);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** The workbook in memory; null where it is too large, or not to the editor's liking. */
  private static @Nullable XSSFWorkbook openEditable(Path original) throws IOException {
    if (unpackedBytes(original) > EDITABLE_BYTES) {
      return null;
    }
    try (InputStream in = Files.newInputStream(original)) {
      return new XSSFWorkbook(in);
    } catch (RuntimeException | IOException e) {
      // It is stricter than the reader (strict OOXML, for one) and says so by many exceptions. The
      // rows were read all the same, and their vendor is told in a workbook of their own.
      LOG.info("{} cannot be edited; its bad rows go into a new workbook", original, e);
      return null;
    }
  }

  private static long unpackedBytes(Path workbook) throws IOException {
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      return zip.stream().mapToLong(ZipEntry::getSize).sum();
    }
  }
}
