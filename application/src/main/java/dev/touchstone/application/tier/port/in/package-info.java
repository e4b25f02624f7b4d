/** What the outside may ask of the policies. */
@NullMarked
package dev.touchstone.application.tier.port.in;

import org.jspecify.annotations.NullMarked;
