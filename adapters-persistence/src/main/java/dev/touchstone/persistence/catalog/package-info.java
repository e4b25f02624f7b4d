/** The catalog from its file. */
@NullMarked
package dev.touchstone.persistence.catalog;

import org.jspecify.annotations.NullMarked;
