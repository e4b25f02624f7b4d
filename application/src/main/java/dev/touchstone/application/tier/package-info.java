/** Decisions as they are taken, kept and shown. */
@NullMarked
package dev.touchstone.application.tier;

import org.jspecify.annotations.NullMarked;
