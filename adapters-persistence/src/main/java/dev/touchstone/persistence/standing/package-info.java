/** The record of what the nights decided and what partners hold since. */
@NullMarked
package dev.touchstone.persistence.standing;

import org.jspecify.annotations.NullMarked;
