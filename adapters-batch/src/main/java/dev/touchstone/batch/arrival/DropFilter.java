package dev.touchstone.batch.arrival;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.integration.file.filters.FileListFilter;

/** Lets files of a drop folder pass that are whole. */
final class DropFilter implements FileListFilter<File> {

  private final Path drop;
  private final Settling settling;
  private final Consumer<List<Offered>> listed;

  /**
   * @param listed is told of each listing
   */
  DropFilter(Path drop, Duration settledAfter, Clock clock, Consumer<List<Offered>> listed) {
    this.drop = drop;
    this.listed = listed;
    this.settling = new Settling(drop.toString(), settledAfter, clock);
  }

  @Override
  public List<File> filterFiles(File @Nullable [] files) {
    List<Offered> listing = new ArrayList<>();
    for (File file : files == null ? new File[0] : files) {
      if (file.isFile()) {
        String path = drop.relativize(file.toPath()).toString().replace(File.separator, "/");
        listing.add(new Offered(path, file.length(), Instant.ofEpochMilli(file.lastModified())));
      }
    }
    listed.accept(listing);
    return settling.listSettled(listing).stream()
        .map(settled -> drop.resolve(settled.path()).toFile())
        .toList();
  }
}
