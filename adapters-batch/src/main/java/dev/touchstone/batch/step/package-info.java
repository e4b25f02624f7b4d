/** What every step of the night shares: its parameters, interruption and progress. */
@NullMarked
package dev.touchstone.batch.step;

import org.jspecify.annotations.NullMarked;
