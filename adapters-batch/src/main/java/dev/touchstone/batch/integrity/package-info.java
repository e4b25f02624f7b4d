/** The step that looks through the evidence for what a person should look at. */
@NullMarked
package dev.touchstone.batch.integrity;

import org.jspecify.annotations.NullMarked;
