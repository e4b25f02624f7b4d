/** The audit log for the program to read. */
@NullMarked
package dev.touchstone.web.audit;

import org.jspecify.annotations.NullMarked;
