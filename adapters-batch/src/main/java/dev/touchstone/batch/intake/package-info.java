/** The intake's steps: from the files of an inbox to the evidence. */
@NullMarked
package dev.touchstone.batch.intake;

import org.jspecify.annotations.NullMarked;
