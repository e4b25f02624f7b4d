/** Text as the contract compares it, and what people write as names and addresses. */
@NullMarked
package dev.touchstone.domain.text;

import org.jspecify.annotations.NullMarked;
