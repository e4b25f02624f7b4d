package dev.touchstone.application.upload.port.out;

import dev.touchstone.application.upload.Arrival;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The files of uploads on disk. No name of theirs comes from outside: an upload's folder is named
 * by its number.
 */
public interface UploadFiles {

  /**
   * The name that the folder of all these files bears, on whatever server; servers that share the
   * folder see the same name.
   *
   * @throws UploadStorageException where the folder cannot be used
   */
  String folderName();

  /**
   * How many bytes can still be put on the disk.
   *
   * @throws UploadStorageException where nobody can tell
   */
  long countFreeBytes();

  /**
   * Puts what comes through a stream on disk, without holding it in memory. Where the stream breaks
   * off nothing is left behind.
   *
   * @throws IOException where the stream cannot be read to its end
   * @throws UploadStorageException where the disk does not take it
   */
  Arrival receive(InputStream content) throws IOException;

  /** Removes what has come in, unless it was kept. */
  void discard(Arrival arrival);

  /**
   * Gives what has come in to an upload.
   *
   * @param record the name of the record that knows the upload
   * @throws UploadStorageException where the disk does not take it
   */
  void keep(long upload, String record, Arrival arrival);

  /** Removes all files of an upload, whether or not there are any. */
  void remove(long upload);

  /** The numbers of uploads that have had files here for more than a day. */
  List<Long> listUploads();

  /**
   * Whether an upload's files were given to it for a record; another record that has come to use
   * the same folder has uploads of its own.
   */
  boolean isKeptFor(long upload, String record);

  /** The folder of an upload. */
  Path folderOf(long upload);

  /** The name of the workbook within the folder. */
  String workbookName();

  /** The workbook with the upload's bad rows marked and explained; empty where there is none. */
  Optional<Path> findAnnotated(long upload);

  /** Removes the workbook as it came, whether or not it is still there. */
  void removeWorkbook(long upload);

  /**
   * Ends the time for which an upload's files are kept for the vendor: the annotated workbook is
   * removed; the workbook as it came, where there still is one, stands behind evidence and goes to
   * the archive. Done twice it changes nothing more.
   *
   * @param businessDate the date on which the workbook came
   */
  void expire(long upload, LocalDate businessDate);

  /** Removes what came in more than a day ago and was never kept: nobody is still sending it. */
  void discardStaleArrivals();
}
