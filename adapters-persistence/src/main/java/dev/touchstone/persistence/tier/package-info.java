/** Dossiers read from the evidence, and the policies: their files and the versions registered. */
@NullMarked
package dev.touchstone.persistence.tier;

import org.jspecify.annotations.NullMarked;
