package dev.touchstone.domain.catalog;

/** What a specialization is about (domain.md, Words). */
public enum SpecializationKind {
  /** A product or technology, such as CRM. */
  PRODUCT,
  /** A business activity, such as resale. */
  BUSINESS
}
