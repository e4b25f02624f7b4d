/** The files of the nights, the stage, and the merge of staged rows into the evidence. */
@NullMarked
package dev.touchstone.persistence.intake;

import org.jspecify.annotations.NullMarked;
