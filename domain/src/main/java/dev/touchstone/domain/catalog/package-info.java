/** The catalog: the specializations of the program and the certifications that each accepts. */
@NullMarked
package dev.touchstone.domain.catalog;

import org.jspecify.annotations.NullMarked;
