/** How rows become typed values, or faults that say what to do. */
@NullMarked
package dev.touchstone.application.intake.service;

import org.jspecify.annotations.NullMarked;
