package dev.touchstone.application.intake;

import java.util.List;

/**
 * What is wrong with a row or a file.
 *
 * @param reason the reason of the contract
 * @param detail one clear sentence that names the field and the value and says what to do
 * @param columns the names of the offending columns, for marking cells; none where no single cell
 *     is to blame
 */
public record Fault(RejectReason reason, String detail, List<String> columns) {

  /** Copies the list. */
  public Fault {
    columns = List.copyOf(columns);
  }

  /** A fault in the value of one column. */
  public static Fault in(String column, RejectReason reason, String detail) {
    return new Fault(reason, detail, List.of(column));
  }
}
