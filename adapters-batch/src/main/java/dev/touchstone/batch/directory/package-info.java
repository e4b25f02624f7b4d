/** The feed: publishes the directory of a night as files for machines. */
@NullMarked
package dev.touchstone.batch.directory;

import org.jspecify.annotations.NullMarked;
