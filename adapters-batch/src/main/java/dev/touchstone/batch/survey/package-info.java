/** Survey workbooks: read, written and annotated. */
@NullMarked
package dev.touchstone.batch.survey;

import org.jspecify.annotations.NullMarked;
