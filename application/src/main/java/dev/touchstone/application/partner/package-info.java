/** What partners say of themselves and enroll in, and what the program says of them. */
@NullMarked
package dev.touchstone.application.partner;

import org.jspecify.annotations.NullMarked;
