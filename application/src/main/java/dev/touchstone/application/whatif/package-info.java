/** Trials of candidate policies that are kept to be read. */
@NullMarked
package dev.touchstone.application.whatif;

import org.jspecify.annotations.NullMarked;
