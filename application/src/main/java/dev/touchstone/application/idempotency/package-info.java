/** Requests that are carried out once however often they arrive. */
@NullMarked
package dev.touchstone.application.idempotency;

import org.jspecify.annotations.NullMarked;
