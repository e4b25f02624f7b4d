/** How appeals are filed, ruled on and shown. */
@NullMarked
package dev.touchstone.application.appeal.service;

import org.jspecify.annotations.NullMarked;
