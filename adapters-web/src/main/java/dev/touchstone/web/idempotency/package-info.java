/** Carries requests with an {@code Idempotency-Key} out once. */
@NullMarked
package dev.touchstone.web.idempotency;

import org.jspecify.annotations.NullMarked;
