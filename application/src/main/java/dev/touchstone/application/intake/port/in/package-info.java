/** What the outside may ask of the intake. */
@NullMarked
package dev.touchstone.application.intake.port.in;

import org.jspecify.annotations.NullMarked;
