/** Where people, their employers and their certificates are kept. */
@NullMarked
package dev.touchstone.application.certification.port.out;

import org.jspecify.annotations.NullMarked;
