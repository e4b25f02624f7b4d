/** The rules by which partners and their enrollments change. */
@NullMarked
package dev.touchstone.application.partner.service;

import org.jspecify.annotations.NullMarked;
