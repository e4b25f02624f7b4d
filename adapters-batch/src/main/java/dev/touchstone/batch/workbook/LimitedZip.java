package dev.touchstone.batch.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipArchiveThresholdInputStream;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;

/**
 * The zip file under a package, read from the disk by its central directory. Each part is counted
 * while it is unpacked: little for those that POI takes into memory, more for those that are
 * streamed. Handed to POI instead of the file, because POI would fall back to unpacking a damaged
 * file into memory.
 */
final class LimitedZip implements ZipEntrySource {

  private final ZipFileZipEntrySource zip;
  private final UnpackBudget budget =
      new UnpackBudget(
          WorkbookLimits.PACKAGE_PART_BYTES,
          WorkbookLimits.PACKAGE_BYTES,
          System::nanoTime,
          WorkbookLimits.READING_TIME.toNanos());
  private boolean streamed;
  private boolean tooDeep;

  LimitedZip(Path file) throws IOException {
    zip = new ZipFileZipEntrySource(new ZipSecureFile(file.toFile()));
  }

  /** From here on the parts are streamed. */
  void allowLargeParts() {
    streamed = true;
    budget.reset(WorkbookLimits.PART_BYTES, WorkbookLimits.TOTAL_BYTES);
  }

  /** What may still be unpacked. */
  UnpackBudget budget() {
    return budget;
  }

  /** Whether a part was not unpacked because of the limits. */
  boolean isExhausted() {
    return budget.isExhausted();
  }

  /** Whether a part was not handed out because of its depth. */
  boolean isTooDeep() {
    return tooDeep;
  }

  @Override
  public Enumeration<? extends ZipArchiveEntry> getEntries() {
    List<ZipArchiveEntry> needed =
        Collections.list(zip.getEntries()).stream()
            .map(ZipArchiveEntry.class::cast)
            .filter(entry -> !isRelationshipsOfSheet(entry))
            .toList();
    return Collections.enumeration(needed);
  }

  @Override
  public @Nullable ZipArchiveEntry getEntry(String path) {
    return zip.getEntry(path);
  }

  @Override
  public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
    InputStream in = zip.getInputStream(entry);
    if (in instanceof ZipArchiveThresholdInputStream guarded) {
      // UnpackedPart guards instead: its exceptions can be told from damage.
      guarded.setGuardState(false);
    }
    UnpackedPart part = new UnpackedPart(in, entry, budget);
    return streamed ? part : shallow(part, entry);
  }

  /** What POI makes a tree of; see {@link XmlDepth}. */
  private InputStream shallow(UnpackedPart part, ZipArchiveEntry entry) throws IOException {
    byte[] content;
    try (part) {
      content = part.readAllBytes();
    }
    if (!XmlDepth.isWithin(WorkbookLimits.PACKAGE_XML_DEPTH, new ByteArrayInputStream(content))) {
      tooDeep = true;
      throw new ZipException(entry.getName() + " nests its elements too deep");
    }
    return new ByteArrayInputStream(content);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  @Override
  public boolean isClosed() {
    return zip.isClosed();
  }

  /** They name the hyperlinks, one for each e-mail address: many, and of no use here. */
  static boolean isRelationshipsOfSheet(ZipArchiveEntry entry) {
    return entry.getName().toLowerCase(Locale.ROOT).contains("/worksheets/_rels/");
  }
}
