/** An invented inbox, as real as the program's rules need it. */
@NullMarked
package dev.touchstone.batch.sample;

import org.jspecify.annotations.NullMarked;
