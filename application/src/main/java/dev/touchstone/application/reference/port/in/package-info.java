/** What partners and their customers do about references. */
@NullMarked
package dev.touchstone.application.reference.port.in;

import org.jspecify.annotations.NullMarked;
