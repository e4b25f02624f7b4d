/** The people of a partner and the certificates that belong to them. */
@NullMarked
package dev.touchstone.domain.certification;

import org.jspecify.annotations.NullMarked;
