/** What a partner holds over time: grace, legacy rights and the displayed tier. */
@NullMarked
package dev.touchstone.domain.standing;

import org.jspecify.annotations.NullMarked;
