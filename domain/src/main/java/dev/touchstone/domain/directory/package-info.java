/** The directory: what customers and machines are shown of a partner. */
@NullMarked
package dev.touchstone.domain.directory;

import org.jspecify.annotations.NullMarked;
