/** Adding accounts, their passwords and their end. */
@NullMarked
package dev.touchstone.application.account.service;

import org.jspecify.annotations.NullMarked;
