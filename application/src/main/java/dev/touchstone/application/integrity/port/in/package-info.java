/** What the night asks of the integrity of its evidence. */
@NullMarked
package dev.touchstone.application.integrity.port.in;

import org.jspecify.annotations.NullMarked;
