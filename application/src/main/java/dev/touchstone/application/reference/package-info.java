/** Asking end customers for references, and what comes of it. */
@NullMarked
package dev.touchstone.application.reference;

import org.jspecify.annotations.NullMarked;
