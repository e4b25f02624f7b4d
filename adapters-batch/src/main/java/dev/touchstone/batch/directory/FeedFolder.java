package dev.touchstone.batch.directory;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names in a feed's folder (formats.md, Feed). */
final class FeedFolder {

  static final String MANIFEST = "manifest.json";
  static final String PARTNERS = "partners.ndjson.gz";
  static final String CHANGES = "changes.ndjson.gz";

  private static final Pattern DATA_FILE =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}/(run-[0-9]+/)?(partners|changes)\\.ndjson\\.gz");

  private FeedFolder() {}

  /** Whether a manifest may name the path: nothing outside the feed's folder is ever read. */
  static boolean isDataFile(String path) {
    return DATA_FILE.matcher(path).matches();
  }

  /**
   * The folder for the files of a date: {@code <date>}, else the first of {@code <date>/run-2},
   * {@code <date>/run-3} … of which the current manifest names no file. So a reader that holds the
   * manifest finds its files whole, and leftovers of a crash are overwritten.
   */
  static String free(LocalDate date, @Nullable FeedManifest current) {
    String folder = date.toString();
    for (int run = 2; current != null && current.namesFileIn(folder); run++) {
      folder = date + "/run-" + run;
    }
    return folder;
  }
}
