/** The recalculation: the partners whom a night decides, in ranges side by side. */
@NullMarked
package dev.touchstone.batch.recalculation;

import org.jspecify.annotations.NullMarked;
