/** How standings are decided and put into words. */
@NullMarked
package dev.touchstone.application.standing.service;

import org.jspecify.annotations.NullMarked;
