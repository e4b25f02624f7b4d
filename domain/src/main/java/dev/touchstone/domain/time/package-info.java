/** When a fact holds, and the night that speaks of it. */
@NullMarked
package dev.touchstone.domain.time;

import org.jspecify.annotations.NullMarked;
