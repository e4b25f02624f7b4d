/** Where answers are kept to be given again. */
@NullMarked
package dev.touchstone.application.idempotency.port.out;

import org.jspecify.annotations.NullMarked;
