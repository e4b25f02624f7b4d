/** The versions of the tier policy over HTTP. */
@NullMarked
package dev.touchstone.web.tier;

import org.jspecify.annotations.NullMarked;
