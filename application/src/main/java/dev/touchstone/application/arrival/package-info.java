/** Files that come in by themselves, on their way into the inbox of a night. */
@NullMarked
package dev.touchstone.application.arrival;

import org.jspecify.annotations.NullMarked;
