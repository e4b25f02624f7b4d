/** The catalog over HTTP. */
@NullMarked
package dev.touchstone.web.catalog;

import org.jspecify.annotations.NullMarked;
