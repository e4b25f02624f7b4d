/** Requests for references, their links and their evidence in PostgreSQL. */
@NullMarked
package dev.touchstone.persistence.reference;

import org.jspecify.annotations.NullMarked;
