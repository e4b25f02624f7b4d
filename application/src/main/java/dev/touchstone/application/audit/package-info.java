/** Who changed what, when and from where. */
@NullMarked
package dev.touchstone.application.audit;

import org.jspecify.annotations.NullMarked;
