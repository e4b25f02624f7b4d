/** What the night needs from the outside. */
@NullMarked
package dev.touchstone.application.night.port.out;

import org.jspecify.annotations.NullMarked;
