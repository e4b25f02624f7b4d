package dev.touchstone.domain.customer;

import dev.touchstone.domain.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The name of an end customer as written by a vendor or a partner. Customers are told apart by the
 * folded name (domain.md, References and Survey).
 */
public final class CustomerName {

  private final String value;

  /** Folded when first asked for: a standing asks on many days. Threads that race fold alike. */
  private @Nullable String folded;

  /** The name as it is written. */
  public CustomerName(String value) {
    this.value = value;
  }

  /** The name as it is written. */
  public String value() {
    return value;
  }

  /** The name by which the customer is told apart: trimmed, case and accents folded. */
  public String folded() {
    String known = folded;
    if (known == null) {
      known = Text.fold(value);
      folded = known;
    }
    return known;
  }

  /** Whether both are written alike; two that differ may be one customer. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CustomerName name && value.equals(name.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
