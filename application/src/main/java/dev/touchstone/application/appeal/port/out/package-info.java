/** Where appeals are kept. */
@NullMarked
package dev.touchstone.application.appeal.port.out;

import org.jspecify.annotations.NullMarked;
