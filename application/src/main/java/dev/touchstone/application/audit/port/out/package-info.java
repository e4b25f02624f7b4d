/** Where changes are recorded, each together with what it changed. */
@NullMarked
package dev.touchstone.application.audit.port.out;

import org.jspecify.annotations.NullMarked;
