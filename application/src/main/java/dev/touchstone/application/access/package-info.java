/** Who acts, and in what role. */
@NullMarked
package dev.touchstone.application.access;

import org.jspecify.annotations.NullMarked;
