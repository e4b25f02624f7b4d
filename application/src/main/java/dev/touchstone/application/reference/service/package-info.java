/** How customers are asked for references. */
@NullMarked
package dev.touchstone.application.reference.service;

import org.jspecify.annotations.NullMarked;
