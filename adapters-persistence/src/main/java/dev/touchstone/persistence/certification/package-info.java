/** People, employers and certificates in PostgreSQL, as people read and change them. */
@NullMarked
package dev.touchstone.persistence.certification;

import org.jspecify.annotations.NullMarked;
