/** What can be done with appeals. */
@NullMarked
package dev.touchstone.application.appeal.port.in;

import org.jspecify.annotations.NullMarked;
