/** What uploads need: a record, a disk and somebody who runs them. */
@NullMarked
package dev.touchstone.application.upload.port.out;

import org.jspecify.annotations.NullMarked;
