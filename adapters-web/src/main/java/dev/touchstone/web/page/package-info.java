/** What all pages share: their language and their words. */
@NullMarked
package dev.touchstone.web.page;

import org.jspecify.annotations.NullMarked;
