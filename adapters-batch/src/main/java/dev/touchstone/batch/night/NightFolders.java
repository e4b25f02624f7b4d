package dev.touchstone.batch.night;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where nights that nobody gives folders for find their files and publish.
 *
 * @param inbox where the files lie; null where nobody has said so
 * @param feed where the feed is published; null where nobody has said so
 */
public record NightFolders(@Nullable Path inbox, @Nullable Path feed) {

  /** What is missing, in a sentence; empty where nothing is. */
  Optional<String> findGap() {
    return inbox == null || feed == null
        ? Optional.of(
            "This server was started without folders for the night; start it with --inbox DIR and"
                + " --feed DIR (touchstone.inbox and touchstone.feed).")
        : Optional.empty();
  }
}
