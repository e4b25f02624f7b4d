/** The nightly run and what it is identified by. */
@NullMarked
package dev.touchstone.application.night;

import org.jspecify.annotations.NullMarked;
