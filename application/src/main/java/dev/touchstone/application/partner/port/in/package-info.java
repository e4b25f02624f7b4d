/** What can be changed about partners and their enrollments. */
@NullMarked
package dev.touchstone.application.partner.port.in;

import org.jspecify.annotations.NullMarked;
