package dev.touchstone.application.upload.service;

import dev.touchstone.application.upload.Arrival;
import dev.touchstone.application.upload.port.out.UploadFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which files there are, without any of them. */
final class FilesInMemory implements UploadFiles {

  static final String FOLDER = "here";

  /** The arrivals that uploads have, by upload. */
  final TreeMap<Long, Arrival> kept = new TreeMap<>();

  /** For which record uploads have files. */
  final Map<Long, String> records = new HashMap<>();

  /** The uploads that have a folder. */
  final Set<Long> folders = new TreeSet<>();

  /** The uploads with an annotated workbook. */
  final Set<Long> annotated = new TreeSet<>();

  /** The uploads whose files cannot be given up. */
  final Set<Long> broken = new TreeSet<>();

  /** What was done, in order. */
  final List<String> done = new ArrayList<>();

  /** How many bytes are free. */
  long free = Long.MAX_VALUE;

  @Override
  public String folderName() {
    return FOLDER;
  }

  @Override
  public long countFreeBytes() {
    return free;
  }

  @Override
  public void expire(long upload, LocalDate businessDate) {
    if (broken.contains(upload)) {
      throw new UncheckedIOException(new IOException("The files of " + upload + " stay"));
    }
    done.add("expire " + upload + " of " + businessDate);
  }

  @Override
  public Arrival receive(InputStream content) {
    throw new UnsupportedOperationException("Nothing comes in here");
  }

  @Override
  public void discard(Arrival arrival) {
    throw new UnsupportedOperationException("Nothing comes in here");
  }

  @Override
  public void remove(long upload) {
    folders.remove(upload);
    kept.remove(upload);
    done.add("remove " + upload);
  }

  @Override
  public List<Long> listUploads() {
    return List.copyOf(folders);
  }

  @Override
  public boolean isKeptFor(long upload, String record) {
    return record.equals(records.get(upload));
  }

  @Override
  public void keep(long upload, String record, Arrival arrival) {
    folders.add(upload);
    records.put(upload, record);
    kept.put(upload, arrival);
  }

  @Override
  public Path folderOf(long upload) {
    return Path.of(Long.toString(upload));
  }

  @Override
  public String workbookName() {
    return "workbook";
  }

  @Override
  public Optional<Path> findAnnotated(long upload) {
    return annotated.contains(upload) ? Optional.of(folderOf(upload)) : Optional.empty();
  }

  @Override
  public void removeWorkbook(long upload) {
    kept.remove(upload);
  }

  @Override
  public void discardStaleArrivals() {
    done.add("discard stale arrivals");
  }
}
