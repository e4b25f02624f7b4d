/** The record of uploads, and the lock under which one is run. */
@NullMarked
package dev.touchstone.persistence.upload;

import org.jspecify.annotations.NullMarked;
