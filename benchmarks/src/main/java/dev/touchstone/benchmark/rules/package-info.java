/** The policy of 2010 once more, as rules of Drools, and the facts that they read. */
@NullMarked
package dev.touchstone.benchmark.rules;

import org.jspecify.annotations.NullMarked;
