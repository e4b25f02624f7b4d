/** The accounts in PostgreSQL. */
@NullMarked
package dev.touchstone.persistence.account;

import org.jspecify.annotations.NullMarked;
