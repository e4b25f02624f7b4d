/** The end customers: who answers surveys and signs references. */
@NullMarked
package dev.touchstone.domain.customer;

import org.jspecify.annotations.NullMarked;
