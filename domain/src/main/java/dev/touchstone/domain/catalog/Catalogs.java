package dev.touchstone.domain.catalog;

/** Where the program's catalog comes from. */
public interface Catalogs {

  /** The catalog of the program. */
  Catalog getCatalog();
}
