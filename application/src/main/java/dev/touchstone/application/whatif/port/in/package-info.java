/** What can be asked of kept trials. */
@NullMarked
package dev.touchstone.application.whatif.port.in;

import org.jspecify.annotations.NullMarked;
