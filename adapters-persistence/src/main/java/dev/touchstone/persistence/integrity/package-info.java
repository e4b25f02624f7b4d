/** Evidence in groups to be looked at, and what the nights found. */
@NullMarked
package dev.touchstone.persistence.integrity;

import org.jspecify.annotations.NullMarked;
