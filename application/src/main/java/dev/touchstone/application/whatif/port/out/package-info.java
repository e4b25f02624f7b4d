/** What kept trials need from outside. */
@NullMarked
package dev.touchstone.application.whatif.port.out;

import org.jspecify.annotations.NullMarked;
