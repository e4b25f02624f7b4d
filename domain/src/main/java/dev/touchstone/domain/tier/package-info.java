/** The pure decision: policy, dossier and date in; earned tier, findings and assignment out. */
@NullMarked
package dev.touchstone.domain.tier;

import org.jspecify.annotations.NullMarked;
