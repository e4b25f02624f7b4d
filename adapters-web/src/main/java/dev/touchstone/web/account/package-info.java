/** Signing in: accounts as users and clients, tokens, the pages for it, and its limits. */
@NullMarked
package dev.touchstone.web.account;

import org.jspecify.annotations.NullMarked;
