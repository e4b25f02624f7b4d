/** Which partners a night decides again. */
@NullMarked
package dev.touchstone.application.recalculation;

import org.jspecify.annotations.NullMarked;
