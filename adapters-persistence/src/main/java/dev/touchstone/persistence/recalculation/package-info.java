/** Whom nights decide, in PostgreSQL. */
@NullMarked
package dev.touchstone.persistence.recalculation;

import org.jspecify.annotations.NullMarked;
