/** Where dossiers and policies come from. */
@NullMarked
package dev.touchstone.application.tier.port.out;

import org.jspecify.annotations.NullMarked;
