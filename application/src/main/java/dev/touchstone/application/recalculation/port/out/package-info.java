/** What the recalculation asks of its surroundings. */
@NullMarked
package dev.touchstone.application.recalculation.port.out;

import org.jspecify.annotations.NullMarked;
