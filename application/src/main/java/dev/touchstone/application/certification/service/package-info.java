/** The rules by which people leave partners. */
@NullMarked
package dev.touchstone.application.certification.service;

import org.jspecify.annotations.NullMarked;
