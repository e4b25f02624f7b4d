/** The shortest way from the evidence on a partner to the next tier. */
@NullMarked
package dev.touchstone.domain.tier.path;

import org.jspecify.annotations.NullMarked;
