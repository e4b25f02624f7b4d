/** The people of partners and their certificates. */
@NullMarked
package dev.touchstone.application.certification;

import org.jspecify.annotations.NullMarked;
