/** YAML read with its places kept, so that every error names file, line and key. */
@NullMarked
package dev.touchstone.persistence.program;

import org.jspecify.annotations.NullMarked;
