package dev.touchstone.persistence.tier;

import dev.touchstone.domain.partner.PartnerId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Rows in partner order, one side of a merge join: each partner takes those that are its own. The
 * query's column {@code partner_id} says whose a row is.
 */
final class PartnerRows<T> implements AutoCloseable {

  private final Stream<Row<T>> stream;
  private final Iterator<Row<T>> rows;
  private @Nullable Row<T> head;

  PartnerRows(StatementSpec statement, RowMapper<T> mapper) {
    this.stream =
        statement
            .query(
                (row, number) ->
                    new Row<>(
                        new PartnerId(row.getString("partner_id")), mapper.mapRow(row, number)))
            .stream();
    this.rows = stream.iterator();
    advance();
  }

  private record Row<T>(PartnerId partner, T value) {}

  /** The rows of the partner; those of partners before it are passed over. */
  List<T> take(PartnerId partner) {
    List<T> own = new ArrayList<>();
    while (head != null && head.partner().compareTo(partner) <= 0) {
      if (head.partner().equals(partner)) {
        own.add(head.value());
      }
      advance();
    }
    return own;
  }

  private void advance() {
    head = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public void close() {
    stream.close();
  }
}
