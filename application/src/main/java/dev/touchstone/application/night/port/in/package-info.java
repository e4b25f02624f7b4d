/** What the outside may ask of the night. */
@NullMarked
package dev.touchstone.application.night.port.in;

import org.jspecify.annotations.NullMarked;
