/** What partners offer, and what the directory shows of it. */
@NullMarked
package dev.touchstone.application.directory;

import org.jspecify.annotations.NullMarked;
