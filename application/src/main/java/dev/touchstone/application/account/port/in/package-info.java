/** What the outside may ask about accounts. */
@NullMarked
package dev.touchstone.application.account.port.in;

import org.jspecify.annotations.NullMarked;
