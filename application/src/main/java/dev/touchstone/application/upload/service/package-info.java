/** The rules of uploads. */
@NullMarked
package dev.touchstone.application.upload.service;

import org.jspecify.annotations.NullMarked;
