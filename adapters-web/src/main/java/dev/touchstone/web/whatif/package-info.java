/** Trials of candidate policies over HTTP. */
@NullMarked
package dev.touchstone.web.whatif;

import org.jspecify.annotations.NullMarked;
