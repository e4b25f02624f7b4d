/** What nights ask of the recalculation. */
@NullMarked
package dev.touchstone.application.recalculation.port.in;

import org.jspecify.annotations.NullMarked;
