/** What is reached over HTTP: the program's API and pages. */
@NullMarked
package dev.touchstone.web;

import org.jspecify.annotations.NullMarked;
