/** Tables as downloads. */
@NullMarked
package dev.touchstone.web.table;

import org.jspecify.annotations.NullMarked;
