/** Evidence that counts and that a person should look at. */
@NullMarked
package dev.touchstone.application.integrity;

import org.jspecify.annotations.NullMarked;
