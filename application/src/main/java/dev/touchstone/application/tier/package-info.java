/** Dossiers as they reach the decision, and the policies they are decided under. */
@NullMarked
package dev.touchstone.application.tier;

import org.jspecify.annotations.NullMarked;
