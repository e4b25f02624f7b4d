/** How policies are registered, retired and shown. */
@NullMarked
package dev.touchstone.application.tier.service;

import org.jspecify.annotations.NullMarked;
