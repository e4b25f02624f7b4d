/** Partners and enrollments in PostgreSQL, as people read and change them. */
@NullMarked
package dev.touchstone.persistence.partner;

import org.jspecify.annotations.NullMarked;
