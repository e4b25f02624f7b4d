/** What would cost a partner its earned tier, and when it falls by itself. */
@NullMarked
package dev.touchstone.domain.standing.outlook;

import org.jspecify.annotations.NullMarked;
