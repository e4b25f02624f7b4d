package dev.touchstone.batch.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How large the parts of a workbook are together, whatever they say of themselves. */
final class UnpackedSize {

  private static final Logger LOG = LoggerFactory.getLogger(UnpackedSize.class);

  private static final int BUFFER_BYTES = 1 << 16;

  private UnpackedSize() {}

  /**
   * Unpacks until it knows. A part that cannot be unpacked has no size: that is not within any,
   * also where nobody needs the part to read the responses.
   */
  static boolean isWithin(Path workbook, long bytes) {
    byte[] buffer = new byte[BUFFER_BYTES];
    long left = bytes;
    try (ZipFile zip = ZipFile.builder().setPath(workbook).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream part = zip.getInputStream(entry)) {
          for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
            left -= read;
            if (left < 0) {
              return false;
            }
          }
        }
      }
    } catch (IOException e) {
      LOG.info("Not all of {} can be unpacked", workbook, e);
      return false;
    }
    return true;
  }
}
