/** What the intake needs from the outside. */
@NullMarked
package dev.touchstone.application.intake.port.out;

import org.jspecify.annotations.NullMarked;
