/** PostgreSQL's ways of moving many rows: binary COPY in, ordered snapshots out. */
@NullMarked
package dev.touchstone.persistence.postgres;

import org.jspecify.annotations.NullMarked;
