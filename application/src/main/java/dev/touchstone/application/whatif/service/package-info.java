/** Runs trials in the background and keeps them. */
@NullMarked
package dev.touchstone.application.whatif.service;

import org.jspecify.annotations.NullMarked;
