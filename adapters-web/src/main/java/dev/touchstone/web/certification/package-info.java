/** The people of partners over HTTP. */
@NullMarked
package dev.touchstone.web.certification;

import org.jspecify.annotations.NullMarked;
