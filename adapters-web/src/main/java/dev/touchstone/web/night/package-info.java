/** The nights and what they have left, over HTTP. */
@NullMarked
package dev.touchstone.web.night;

import org.jspecify.annotations.NullMarked;
