package dev.touchstone.application.upload.port.out;

import dev.touchstone.application.upload.Arrival;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of uploads on disk. No name of theirs comes from outside: an upload's folder is named
 * by its number.
 */
public interface UploadFiles {

  /**
   * Puts what comes through a stream on disk, without holding it in memory. Where the stream breaks
   * off nothing is left behind.
   *
   * @throws IOException where the stream cannot be read to its end
   */
  Arrival receive(InputStream content) throws IOException;

  /** Removes what has come in, unless it was kept. */
  void discard(Arrival arrival);

  /** Gives what has come in to an upload. */
  void keep(long upload, Arrival arrival);

  /** The folder of an upload. */
  Path folderOf(long upload);

  /** The name of the workbook within the folder. */
  String workbookName();

  /** The workbook with the upload's bad rows marked and explained; empty where there is none. */
  Optional<Path> findAnnotated(long upload);

  /** Removes the workbook as it came, whether or not it is still there. */
  void removeWorkbook(long upload);

  /** Removes what came in more than a day ago and was never kept: nobody is still sending it. */
  void discardStaleArrivals();
}
