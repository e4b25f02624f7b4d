/** What an operator sees of the server: health, metrics and traces. */
@NullMarked
package dev.touchstone.observation;

import org.jspecify.annotations.NullMarked;
