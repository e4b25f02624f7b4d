/** The benchmark of docs/performance.md: the product beside a reference, in turns, in one run. */
@NullMarked
package dev.touchstone.benchmark;

import org.jspecify.annotations.NullMarked;
