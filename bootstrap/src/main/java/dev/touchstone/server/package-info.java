/** The web server: what is served, and how its container answers what no handler sees. */
@NullMarked
package dev.touchstone.server;

import org.jspecify.annotations.NullMarked;
