/** What is wired to what, one configuration a capability. */
@NullMarked
package dev.touchstone.configuration;

import org.jspecify.annotations.NullMarked;
