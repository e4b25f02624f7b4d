/** The record of files that came in, and the lock under which they are taken. */
@NullMarked
package dev.touchstone.persistence.arrival;

import org.jspecify.annotations.NullMarked;
