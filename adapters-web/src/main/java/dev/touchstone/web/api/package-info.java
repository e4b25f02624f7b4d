/** What all resources of the API share: who calls, pages of lists, versions, problems. */
@NullMarked
package dev.touchstone.web.api;

import org.jspecify.annotations.NullMarked;
