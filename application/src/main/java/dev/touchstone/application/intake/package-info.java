/** What comes in: files, rows, and why a row is rejected. */
@NullMarked
package dev.touchstone.application.intake;

import org.jspecify.annotations.NullMarked;
