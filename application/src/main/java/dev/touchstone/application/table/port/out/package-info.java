/** The formats that tables are written in. */
@NullMarked
package dev.touchstone.application.table.port.out;

import org.jspecify.annotations.NullMarked;
