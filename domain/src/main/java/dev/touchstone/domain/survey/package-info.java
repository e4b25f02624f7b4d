/** What customers answer to the satisfaction surveys of outside vendors. */
@NullMarked
package dev.touchstone.domain.survey;

import org.jspecify.annotations.NullMarked;
