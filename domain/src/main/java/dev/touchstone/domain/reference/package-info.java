/** What end customers state about a partner. */
@NullMarked
package dev.touchstone.domain.reference;

import org.jspecify.annotations.NullMarked;
