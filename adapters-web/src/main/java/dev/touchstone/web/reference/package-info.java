/** References over HTTP and by mail: what partners ask for, and what customers see and sign. */
@NullMarked
package dev.touchstone.web.reference;

import org.jspecify.annotations.NullMarked;
