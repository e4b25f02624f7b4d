/** Where partners and their enrollments are kept. */
@NullMarked
package dev.touchstone.application.partner.port.out;

import org.jspecify.annotations.NullMarked;
