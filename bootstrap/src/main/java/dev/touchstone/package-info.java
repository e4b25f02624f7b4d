/** The composition root: what is wired to what. */
@NullMarked
package dev.touchstone;

import org.jspecify.annotations.NullMarked;
