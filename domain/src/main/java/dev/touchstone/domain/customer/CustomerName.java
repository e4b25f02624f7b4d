package dev.touchstone.domain.customer;

import dev.touchstone.domain.text.Text;

/**
 * The name of an end customer as written by a vendor or a partner. Customers are told apart by the
 * folded name (domain.md, References and Survey).
 */
public record CustomerName(String value) {

  /** The name by which the customer is told apart: trimmed, case and accents folded. */
  public String folded() {
    return Text.fold(value);
  }
}
