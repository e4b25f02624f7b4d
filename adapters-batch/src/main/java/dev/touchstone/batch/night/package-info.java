/** The nightly job: the rooms in their order, and how it is launched. */
@NullMarked
package dev.touchstone.batch.night;

import org.jspecify.annotations.NullMarked;
