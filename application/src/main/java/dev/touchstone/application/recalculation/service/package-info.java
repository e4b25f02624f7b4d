/** Choosing the partners that a night decides again. */
@NullMarked
package dev.touchstone.application.recalculation.service;

import org.jspecify.annotations.NullMarked;
