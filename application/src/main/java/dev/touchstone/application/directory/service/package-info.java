/** How offers are kept. */
@NullMarked
package dev.touchstone.application.directory.service;

import org.jspecify.annotations.NullMarked;
