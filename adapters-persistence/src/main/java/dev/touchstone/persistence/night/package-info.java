/** The record of all nights, and the lock that lets one process at a time run one. */
@NullMarked
package dev.touchstone.persistence.night;

import org.jspecify.annotations.NullMarked;
