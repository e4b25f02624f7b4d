/** Lists of things as tables that people open in a spreadsheet. */
@NullMarked
package dev.touchstone.application.table;

import org.jspecify.annotations.NullMarked;
