/** What the directory shows, read from standings, decisions and profiles. */
@NullMarked
package dev.touchstone.persistence.directory;

import org.jspecify.annotations.NullMarked;
