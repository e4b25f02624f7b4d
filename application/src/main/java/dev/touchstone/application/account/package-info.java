/** Who may use the product: accounts, each with one role. */
@NullMarked
package dev.touchstone.application.account;

import org.jspecify.annotations.NullMarked;
