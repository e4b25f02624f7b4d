package dev.touchstone.application.audit;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.audit.port.out.AuditLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log, in memory. */
public final class AuditLogInMemory implements AuditLog {

  private final List<AuditEntry> entries = new ArrayList<>();

  @Override
  public long append(Actor actor, String action, String subject, String detail) {
    entries.add(new AuditEntry(entries.size() + 1, Instant.EPOCH, actor, action, subject, detail));
    return entries.size();
  }

  @Override
  public List<AuditEntry> list(@Nullable Long before, int limit) {
    List<AuditEntry> newestFirst = new ArrayList<>();
    for (int i = entries.size() - 1; i >= 0 && newestFirst.size() < limit; i--) {
      if (before == null || entries.get(i).id() < before) {
        newestFirst.add(entries.get(i));
      }
    }
    return newestFirst;
  }

  /** All entries in short, oldest first: who did what to what. */
  public List<String> inShort() {
    return entries.stream()
        .map(entry -> entry.actor().name() + " " + entry.action() + " " + entry.subject())
        .toList();
  }
}
