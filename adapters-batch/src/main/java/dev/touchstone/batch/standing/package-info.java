/** The recalculation: every partner decided, in ranges side by side. */
@NullMarked
package dev.touchstone.batch.standing;

import org.jspecify.annotations.NullMarked;
