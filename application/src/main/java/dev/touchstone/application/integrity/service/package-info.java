/** How evidence is looked through. */
@NullMarked
package dev.touchstone.application.integrity.service;

import org.jspecify.annotations.NullMarked;
