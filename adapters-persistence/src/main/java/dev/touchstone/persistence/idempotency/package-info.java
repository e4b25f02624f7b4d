/** Answers kept in PostgreSQL, in the transaction that they answer. */
@NullMarked
package dev.touchstone.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
