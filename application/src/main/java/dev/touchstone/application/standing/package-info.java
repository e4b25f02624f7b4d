/** Decisions and standings as they are taken, kept and shown. */
@NullMarked
package dev.touchstone.application.standing;

import org.jspecify.annotations.NullMarked;
