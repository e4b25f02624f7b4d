/** What a partner can report about its people. */
@NullMarked
package dev.touchstone.application.certification.port.in;

import org.jspecify.annotations.NullMarked;
