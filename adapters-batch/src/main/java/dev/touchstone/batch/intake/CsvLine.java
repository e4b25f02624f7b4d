package dev.touchstone.batch.intake;

import dev.touchstone.domain.text.Text;
import java.util.List;

/**
 * A record of a CSV file.
 *
 * @param line the line of the file on which it begins, from 1
 * @param fields its fields as they stand there, quotes resolved
 */
record CsvLine(long line, List<String> fields) {

  /** Whether it is an empty line, which is no row (formats.md, CSV). */
  boolean isEmpty() {
    return fields.isEmpty() || (fields.size() == 1 && Text.trim(fields.get(0)).isEmpty());
  }

  /** The line on which the next record begins: quoted fields may span several. */
  long nextLine() {
    long next = line + 1;
    for (String field : fields) {
      if (field.indexOf('\n') < 0 && field.indexOf('\r') < 0) {
        continue;
      }
      for (int i = 0; i < field.length(); i++) {
        char c = field.charAt(i);
        boolean endsCrLf = c == '\n' && i > 0 && field.charAt(i - 1) == '\r';
        if (c == '\r' || (c == '\n' && !endsCrLf)) {
          next++;
        }
      }
    }
    return next;
  }
}
