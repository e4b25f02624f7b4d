/** What the outside may ask about standings. */
@NullMarked
package dev.touchstone.application.standing.port.in;

import org.jspecify.annotations.NullMarked;
