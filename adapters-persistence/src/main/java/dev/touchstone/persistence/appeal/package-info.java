/** Appeals in the database. */
@NullMarked
package dev.touchstone.persistence.appeal;

import org.jspecify.annotations.NullMarked;
