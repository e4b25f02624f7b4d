/**
 * Takes files while they arrive, from a drop folder and over SFTP, and puts them into the inbox.
 */
@NullMarked
package dev.touchstone.batch.arrival;

import org.jspecify.annotations.NullMarked;
