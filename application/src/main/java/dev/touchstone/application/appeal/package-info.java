/** How partners appeal against a finding, and how the program rules. */
@NullMarked
package dev.touchstone.application.appeal;

import org.jspecify.annotations.NullMarked;
