/** Text as the contract compares it: trimmed, folded, in byte order. */
@NullMarked
package dev.touchstone.domain.text;

import org.jspecify.annotations.NullMarked;
