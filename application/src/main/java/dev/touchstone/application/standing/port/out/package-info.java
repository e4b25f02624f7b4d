/** Where decisions and standings are kept. */
@NullMarked
package dev.touchstone.application.standing.port.out;

import org.jspecify.annotations.NullMarked;
