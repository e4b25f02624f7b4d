/** What deciding tiers needs from the outside. */
@NullMarked
package dev.touchstone.application.tier.port.out;

import org.jspecify.annotations.NullMarked;
