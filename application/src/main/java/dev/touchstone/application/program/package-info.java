/** The files by which a program describes itself: catalog and policy. */
@NullMarked
package dev.touchstone.application.program;

import org.jspecify.annotations.NullMarked;
