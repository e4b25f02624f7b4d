/** Kept trials of candidate policies in PostgreSQL. */
@NullMarked
package dev.touchstone.persistence.whatif;

import org.jspecify.annotations.NullMarked;
