/** What the outside may ask about tiers. */
@NullMarked
package dev.touchstone.application.tier.port.in;

import org.jspecify.annotations.NullMarked;
