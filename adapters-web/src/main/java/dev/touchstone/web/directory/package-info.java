/** Partners' offers over HTTP. */
@NullMarked
package dev.touchstone.web.directory;

import org.jspecify.annotations.NullMarked;
