/** The job that takes in one uploaded workbook, who runs it, and the files of uploads. */
@NullMarked
package dev.touchstone.batch.upload;

import org.jspecify.annotations.NullMarked;
