package dev.touchstone.application.audit.port.out;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.audit.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log of changes: what is in it stays as it is. */
public interface AuditLog {

  /**
   * Records a change, within the transaction that makes it ({@link UnitOfWork}).
   *
   * @param actor who, and from where
   * @param action what was done, in capitals, verb first
   * @param subject to what, as kind and id
   * @param detail the change in a line; never a secret
   * @return the entry's number, by which evidence says where it comes from
   */
  long append(Actor actor, String action, String subject, String detail);

  /**
   * Entries, newest first.
   *
   * @param before the number before which to begin; null to begin with the newest
   * @param limit how many at most
   */
  List<AuditEntry> list(@Nullable Long before, int limit);
}
