/** What accounts need from outside: where they are kept, how passwords are made and hashed. */
@NullMarked
package dev.touchstone.application.account.port.out;

import org.jspecify.annotations.NullMarked;
