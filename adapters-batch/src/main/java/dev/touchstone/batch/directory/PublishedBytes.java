package dev.touchstone.batch.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a published file, to be copied. Where they cannot be read, a {@link FeedException}
 * names the file: whoever copies could not tell that from a copy that cannot be written.
 */
final class PublishedBytes extends InputStream {

  private final Path folder;
  private final String path;
  private final InputStream in;

  /**
   * @param folder the feed's folder
   * @param path the file, relative to it
   */
  PublishedBytes(Path folder, String path) {
    this.folder = folder;
    this.path = path;
    try {
      this.in = Files.newInputStream(folder.resolve(path));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public int read() {
    try {
      return in.read();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    try {
      return in.read(bytes, offset, length);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private FeedException unreadable(IOException cause) {
    return FeedException.damaged(
        folder, new MalformedFeedException(path + " cannot be read (" + cause + ")", cause));
  }
}
