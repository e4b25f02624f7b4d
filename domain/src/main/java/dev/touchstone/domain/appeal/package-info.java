/** Appeals: a partner says that one finding of one decision is wrong. */
@NullMarked
package dev.touchstone.domain.appeal;

import org.jspecify.annotations.NullMarked;
