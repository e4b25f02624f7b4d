/** Dossiers as they reach the decision. */
@NullMarked
package dev.touchstone.application.tier;

import org.jspecify.annotations.NullMarked;
