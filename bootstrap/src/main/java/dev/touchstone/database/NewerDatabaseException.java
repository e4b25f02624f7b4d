package dev.touchstone.database;

/** The database has migrations that this version does not know: a newer one has been at it. */
public final class NewerDatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NewerDatabaseException(String unknown, String newestKnown) {
    super(
        ("The database was brought up to date by a newer version of Touchstone: it has migration"
                + " %s, and the newest that this version knows is %s. Start the newer version, or"
                + " restore the backup from before the upgrade and start this one with it.")
            .formatted(unknown, newestKnown));
  }
}
