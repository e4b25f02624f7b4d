/** Where a partner stands, why, and what changed, over HTTP. */
@NullMarked
package dev.touchstone.web.standing;

import org.jspecify.annotations.NullMarked;
