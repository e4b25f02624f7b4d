/** What can be done with uploads. */
@NullMarked
package dev.touchstone.application.upload.port.in;

import org.jspecify.annotations.NullMarked;
