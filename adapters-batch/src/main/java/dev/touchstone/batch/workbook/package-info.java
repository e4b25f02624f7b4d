/** Survey workbooks: read, written and annotated. */
@NullMarked
package dev.touchstone.batch.workbook;

import org.jspecify.annotations.NullMarked;
