/** Searching the directory: what is asked, what is found, and why it stands where it does. */
@NullMarked
package dev.touchstone.application.directory.search;

import org.jspecify.annotations.NullMarked;
