/**
 * Decides which certificate of which person stands for which specialization: a matching on indices.
 */
@NullMarked
package dev.touchstone.domain.tier.matching;

import org.jspecify.annotations.NullMarked;
