/** What end customers state about a partner, and how they are asked to. */
@NullMarked
package dev.touchstone.domain.reference;

import org.jspecify.annotations.NullMarked;
