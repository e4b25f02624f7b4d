/** What partners do with their offers. */
@NullMarked
package dev.touchstone.application.directory.port.in;

import org.jspecify.annotations.NullMarked;
