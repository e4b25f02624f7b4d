/** Telling by which rules a night decides. */
@NullMarked
package dev.touchstone.application.recalculation.service;

import org.jspecify.annotations.NullMarked;
