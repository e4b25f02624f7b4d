/** Who may use the product, and as what. */
@NullMarked
package dev.touchstone.application.account;

import org.jspecify.annotations.NullMarked;
