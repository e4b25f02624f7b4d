package dev.touchstone.batch.workbook;

import dev.touchstone.batch.intake.UnusableFileException;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** The texts that cells refer to by number: compact, in memory or beyond. */
final class SharedStrings implements Closeable {

  private final SpillingBytes bytes;
  // The start of each string, and behind the last its end.
  private long[] starts = new long[1024];
  private int size;

  /** None yet; of those to come, so many bytes stay in memory. */
  SharedStrings(int memoryBytes) {
    bytes = new SpillingBytes(memoryBytes, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** One of them, trimmed; empty if it is blank. */
  String get(int index) {
    int length = (int) (starts[index + 1] - starts[index]);
    return length == 0 ? "" : new String(bytes.read(starts[index], length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    bytes.close();
  }

  /** Reads all of them. */
  void readFrom(XmlPart xml) throws UnusableFileException {
    CellText text = new CellText();
    xml.enterRoot("sst");
    for (int event = xml.next(); event != XmlPart.END_DOCUMENT; event = xml.next()) {
      if (event != XmlPart.START_ELEMENT) {
        continue;
      }
      if (xml.isAt("si")) {
        text.reset();
        RichText.read(xml, text);
        text.finish();
        add(text.toString());
      } else {
        xml.skipElement();
      }
    }
  }

  private void add(String text) throws UnusableFileException {
    bytes.append(text.getBytes(StandardCharsets.UTF_8));
    if (size == WorkbookLimits.SHARED_STRINGS
        || bytes.size() > WorkbookLimits.SHARED_STRING_BYTES) {
      throw Unusable.tooLarge("The workbook holds more text than a survey may", null);
    }
    size++;
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size + size / 2);
    }
    starts[size] = bytes.size();
  }
}
