/** Appeals over HTTP: of partners, and as the program rules on them. */
@NullMarked
package dev.touchstone.web.appeal;

import org.jspecify.annotations.NullMarked;
