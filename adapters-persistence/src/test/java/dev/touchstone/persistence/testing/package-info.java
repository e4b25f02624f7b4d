/** Real PostgreSQL databases for tests, of this module and of the modules above it. */
@NullMarked
package dev.touchstone.persistence.testing;

import org.jspecify.annotations.NullMarked;
