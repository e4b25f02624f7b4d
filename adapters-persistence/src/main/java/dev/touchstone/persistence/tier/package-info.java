/** Dossiers read from the evidence, and the record of what the nights decided on them. */
@NullMarked
package dev.touchstone.persistence.tier;

import org.jspecify.annotations.NullMarked;
