package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.SourceRow;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one file, streamed. */
public interface SourceRows extends AutoCloseable {

  /**
   * The next row that is not blank, or null at the end.
   *
   * @throws UnusableFileException if the file turns out not to be usable
   */
  @Nullable SourceRow next() throws UnusableFileException;

  @Override
  void close() throws IOException;
}
