/** Where requests for references are kept, and how customers are reached. */
@NullMarked
package dev.touchstone.application.reference.port.out;

import org.jspecify.annotations.NullMarked;
