/** When a fact holds. */
@NullMarked
package dev.touchstone.domain.time;

import org.jspecify.annotations.NullMarked;
