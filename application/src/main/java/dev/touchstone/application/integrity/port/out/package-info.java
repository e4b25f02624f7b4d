/** Where the evidence to be looked at comes from, and where what was found is kept. */
@NullMarked
package dev.touchstone.application.integrity.port.out;

import org.jspecify.annotations.NullMarked;
