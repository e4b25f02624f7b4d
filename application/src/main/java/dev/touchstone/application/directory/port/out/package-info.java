/** What publishing the directory needs from the outside. */
@NullMarked
package dev.touchstone.application.directory.port.out;

import org.jspecify.annotations.NullMarked;
