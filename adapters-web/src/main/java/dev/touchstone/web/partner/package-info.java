/** Partners and their enrollments over HTTP. */
@NullMarked
package dev.touchstone.web.partner;

import org.jspecify.annotations.NullMarked;
