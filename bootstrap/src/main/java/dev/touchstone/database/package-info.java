/** The default database: a PostgreSQL server that Touchstone brings along, starts and stops. */
@NullMarked
package dev.touchstone.database;

import org.jspecify.annotations.NullMarked;
