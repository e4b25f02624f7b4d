/** The partners of the program, their status and what they enrolled in. */
@NullMarked
package dev.touchstone.domain.partner;

import org.jspecify.annotations.NullMarked;
