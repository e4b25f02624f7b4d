/** The audit log in PostgreSQL, and the transactions that changes share with it. */
@NullMarked
package dev.touchstone.persistence.audit;

import org.jspecify.annotations.NullMarked;
