/** The workbooks that survey vendors upload, and what becomes of each. */
@NullMarked
package dev.touchstone.application.upload;

import org.jspecify.annotations.NullMarked;
