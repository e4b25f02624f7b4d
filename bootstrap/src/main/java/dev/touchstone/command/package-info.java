/** The commands of the product (formats.md, Commands). */
@NullMarked
package dev.touchstone.command;

import org.jspecify.annotations.NullMarked;
