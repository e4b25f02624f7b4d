package dev.touchstone.batch.directory;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names in a feed's folder (formats.md, Feed). */
final class FeedFolder {

  static final String MANIFEST = "manifest.json";
  static final String PARTNERS = "partners.ndjson.gz";
  static final String CHANGES = "changes.ndjson.gz";

  private static final Pattern DATA_FILE =
      Pattern.compile(
          "(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})/(run-(?<run>[0-9]{1,6})/)?(partners|changes)\\.ndjson\\.gz");

  private FeedFolder() {}

  /** Whether a manifest may name the path: nothing outside the feed's folder is ever read. */
  static boolean isDataFile(String path) {
    return DATA_FILE.matcher(path).matches();
  }

  /**
   * The folder for the files of a date: {@code <date>}, or, where the current manifest names files
   * of the same date, {@code <date>/run-<n>} with the number after theirs. So what any manifest of
   * the feed has named stays as it was, and leftovers of a crash are overwritten.
   */
  static String free(LocalDate date, @Nullable FeedManifest current) {
    Matcher path = DATA_FILE.matcher(current == null ? "" : current.partners().path());
    if (!path.matches() || !path.group("date").equals(date.toString())) {
      return date.toString();
    }
    String run = path.group("run");
    return date + "/run-" + (run == null ? 2 : Integer.parseInt(run) + 1);
  }
}
