/** How the night's questions are answered. */
@NullMarked
package dev.touchstone.application.night.service;

import org.jspecify.annotations.NullMarked;
