package dev.touchstone.application.upload;

import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.domain.survey.SurveyVendor;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Uploads in memory; of their rows it knows nothing but what it is told. */
public final class SurveyUploadsInMemory implements SurveyUploads {

  private final TreeMap<Long, SurveyUpload> uploads = new TreeMap<>();

  @Override
  public SurveyUpload add(UploadedWorkbook workbook, String folder, Instant receivedAt) {
    Optional<SurveyUpload> first =
        uploads.values().stream().filter(upload -> hasTaken(upload, workbook)).findFirst();
    return put(
        new SurveyUpload(
            uploads.size() + 1L,
            workbook,
            receivedAt,
            first.isPresent() ? UploadState.REPEATED : UploadState.RECEIVED,
            first.isPresent() ? receivedAt : null,
            first.map(SurveyUpload::id).orElse(null),
            null,
            null,
            new UploadFigures(0, 0, 0, 0, 0, Collections.emptySortedMap()),
            first.isPresent() ? null : folder,
            null));
  }

  private static boolean hasTaken(SurveyUpload upload, UploadedWorkbook workbook) {
    UploadedWorkbook other = upload.workbook();
    return !other.dryRun()
        && !workbook.dryRun()
        && (!upload.state().hasEnded() || upload.state() == UploadState.TAKEN)
        && other.vendor().equals(workbook.vendor())
        && other.sha256().equals(workbook.sha256())
        && other.businessDate().equals(workbook.businessDate());
  }

  private SurveyUpload put(SurveyUpload upload) {
    uploads.put(upload.id(), upload);
    return upload;
  }

  @Override
  public SurveyUpload getUpload(long id) {
    return findUpload(id).orElseThrow();
  }

  @Override
  public Optional<SurveyUpload> findUpload(long id) {
    return Optional.ofNullable(uploads.get(id));
  }

  @Override
  public Optional<SurveyUpload> findUpload(long id, SurveyVendor vendor) {
    return findUpload(id).filter(upload -> upload.workbook().vendor().equals(vendor));
  }

  @Override
  public List<SurveyUpload> list(@Nullable SurveyVendor vendor, @Nullable Long before, int limit) {
    return uploads.descendingMap().values().stream()
        .filter(upload -> vendor == null || upload.workbook().vendor().equals(vendor))
        .filter(upload -> before == null || upload.id() < before)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Long> listOpen(String folder) {
    return open(upload -> folder.equals(upload.folder())).map(SurveyUpload::id).toList();
  }

  @Override
  public String recordName() {
    return "memory";
  }

  @Override
  public List<Long> listUnknown(List<Long> ids) {
    return ids.stream().filter(id -> !uploads.containsKey(id)).toList();
  }

  /** All that is added here has a folder. */
  @Override
  public void adopt(String folder) {}

  @Override
  public int countOpen(SurveyVendor vendor, String folder) {
    return (int)
        open(upload -> upload.workbook().vendor().equals(vendor))
            .filter(upload -> folder.equals(upload.folder()))
            .count();
  }

  @Override
  public long countBytesKept(SurveyVendor vendor, String folder) {
    return uploads.values().stream()
        .filter(upload -> folder.equals(upload.folder()))
        .filter(upload -> upload.workbook().vendor().equals(vendor))
        .filter(upload -> upload.filesGoneAt() == null)
        .filter(upload -> !upload.state().hasEnded() || upload.state() == UploadState.TAKEN)
        .mapToLong(upload -> upload.workbook().bytes())
        .sum();
  }

  @Override
  public List<SurveyUpload> listWithFiles(String folder, Instant endedBefore, int skip, int limit) {
    return uploads.values().stream()
        .filter(upload -> upload.state() != UploadState.REPEATED && upload.filesGoneAt() == null)
        .filter(upload -> folder.equals(upload.folder()))
        .filter(upload -> upload.endedAt() != null && upload.endedAt().isBefore(endedBefore))
        .sorted(Comparator.comparing(SurveyUpload::endedAt).thenComparing(SurveyUpload::id))
        .skip(skip)
        .limit(limit)
        .toList();
  }

  @Override
  public void recordFilesGone(long id, Instant at) {
    SurveyUpload upload = getUpload(id);
    if (upload.endedAt() == null || upload.filesGoneAt() != null) {
      throw new IllegalStateException("Upload " + id + " has no files that could go");
    }
    change(id, upload.state(), upload.failure(), upload.endedAt(), at);
  }

  private Stream<SurveyUpload> open(Predicate<SurveyUpload> which) {
    return uploads.values().stream().filter(upload -> !upload.state().hasEnded()).filter(which);
  }

  /** Takes an upload out, as if its record had not come to last. */
  public void forget(long id) {
    uploads.remove(id);
  }

  /** All that were added. */
  public Set<Long> listIds() {
    return Set.copyOf(uploads.keySet());
  }

  @Override
  public boolean begin(long id) {
    SurveyUpload upload = getUpload(id);
    if (upload.state().hasEnded() || open(older -> isBefore(older, upload)).findAny().isPresent()) {
      return false;
    }
    change(id, UploadState.RUNNING, null, null);
    return true;
  }

  private static boolean isBefore(SurveyUpload older, SurveyUpload upload) {
    return older.id() < upload.id() && older.workbook().vendor().equals(upload.workbook().vendor());
  }

  @Override
  public void end(long id, UploadState state, Instant at) {
    requireOpen(id);
    change(id, state, null, at);
  }

  @Override
  public void fail(long id, String failure, Instant at) {
    requireOpen(id);
    change(id, UploadState.FAILED, failure, at);
  }

  private void requireOpen(long id) {
    if (getUpload(id).state().hasEnded()) {
      throw new IllegalStateException("Upload " + id + " has ended");
    }
  }

  private void change(
      long id, UploadState state, @Nullable String failure, @Nullable Instant endedAt) {
    change(id, state, failure, endedAt, null);
  }

  private void change(
      long id,
      UploadState state,
      @Nullable String failure,
      @Nullable Instant endedAt,
      @Nullable Instant filesGoneAt) {
    SurveyUpload upload = getUpload(id);
    put(
        new SurveyUpload(
            id,
            upload.workbook(),
            upload.receivedAt(),
            state,
            endedAt,
            upload.repeats(),
            upload.fault(),
            failure,
            upload.figures(),
            upload.folder(),
            filesGoneAt));
  }
}
