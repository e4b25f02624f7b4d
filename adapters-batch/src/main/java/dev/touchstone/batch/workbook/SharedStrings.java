package dev.touchstone.batch.workbook;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The texts that cells refer to by number. They are kept as UTF-8 in memory up to a budget, and in
 * a temporary file beyond it: only their places grow with the workbook, by eight bytes each.
 */
final class SharedStrings implements AutoCloseable {

  private static final int BLOCK = 1 << 20;
  private static final int BLOCKS_IN_MEMORY = 48;

  private final List<byte[]> blocks = new ArrayList<>();
  private long[] ends = new long[1024];
  private int count;
  private long size;
  private @Nullable Path spill;
  private @Nullable FileChannel channel;

  private SharedStrings() {}

  static SharedStrings none() {
    return new SharedStrings();
  }

  static SharedStrings read(Xml xml) throws XMLStreamException, IOException {
    SharedStrings strings = new SharedStrings();
    try {
      CappedText text = new CappedText();
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.name().equals("si")) {
          text.clear();
          StringText.read(xml, text);
          strings.add(text.decoded());
        }
      }
      return strings;
    } catch (XMLStreamException | IOException e) {
      strings.close();
      throw e;
    }
  }

  /** The text of a number; null if there is none of it. */
  @Nullable String find(int index) throws IOException {
    if (index < 0 || index >= count) {
      return null;
    }
    long start = index == 0 ? 0 : ends[index - 1];
    byte[] bytes = new byte[(int) (ends[index] - start)];
    readAt(start, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
    if (spill != null) {
      Files.deleteIfExists(spill);
      spill = null;
    }
  }

  private void add(String text) throws IOException {
    if (count == WorkbookLimits.MAX_SHARED_STRINGS) {
      throw new CountedInput.TooLargeException();
    }
    append(text.getBytes(StandardCharsets.UTF_8));
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    ends[count++] = size;
  }

  private void append(byte[] bytes) throws IOException {
    int from = 0;
    while (from < bytes.length) {
      int block = (int) (size / BLOCK);
      if (block >= BLOCKS_IN_MEMORY) {
        writeOut(ByteBuffer.wrap(bytes, from, bytes.length - from));
        size += bytes.length - from;
        return;
      }
      if (block == blocks.size()) {
        blocks.add(new byte[BLOCK]);
      }
      int at = (int) (size % BLOCK);
      int n = Math.min(BLOCK - at, bytes.length - from);
      System.arraycopy(bytes, from, blocks.get(block), at, n);
      from += n;
      size += n;
    }
  }

  private void writeOut(ByteBuffer bytes) throws IOException {
    if (channel == null) {
      spill = Files.createTempFile("touchstone-strings", ".tmp");
      channel = FileChannel.open(spill, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
    long position = size - (long) BLOCK * BLOCKS_IN_MEMORY;
    while (bytes.hasRemaining()) {
      position += channel.write(bytes, position);
    }
  }

  private void readAt(long start, byte[] into) throws IOException {
    int done = 0;
    while (done < into.length) {
      long from = start + done;
      int block = (int) (from / BLOCK);
      if (block >= BLOCKS_IN_MEMORY) {
        readBack(
            from - (long) BLOCK * BLOCKS_IN_MEMORY,
            ByteBuffer.wrap(into, done, into.length - done));
        return;
      }
      int at = (int) (from % BLOCK);
      int n = Math.min(BLOCK - at, into.length - done);
      System.arraycopy(blocks.get(block), at, into, done, n);
      done += n;
    }
  }

  private void readBack(long position, ByteBuffer into) throws IOException {
    long from = position;
    while (into.hasRemaining()) {
      int n = channel == null ? -1 : channel.read(into, from);
      if (n < 0) {
        throw new EOFException("The temporary file of shared strings ends too early");
      }
      from += n;
    }
  }
}
