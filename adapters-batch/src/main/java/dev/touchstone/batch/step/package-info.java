/** What the steps of all jobs share: their parameters, interruption, recovery and progress. */
@NullMarked
package dev.touchstone.batch.step;

import org.jspecify.annotations.NullMarked;
