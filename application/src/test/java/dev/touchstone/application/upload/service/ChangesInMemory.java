package dev.touchstone.application.upload.service;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.audit.AuditEntry;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes that last when the unit ends without an exception, and their log. */
final class ChangesInMemory implements UnitOfWork, AuditLog {

  /** The log, each entry as {@code action subject: detail}. */
  final List<String> entries = new ArrayList<>();

  /** What happens between the work and its lasting. */
  Runnable beforeCommit = () -> {};

  private final List<Runnable> afterCommit = new ArrayList<>();

  @Override
  public <T> T run(Supplier<T> work) {
    T result = work.get();
    beforeCommit.run();
    afterCommit.forEach(Runnable::run);
    afterCommit.clear();
    return result;
  }

  @Override
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  @Override
  public long append(Actor actor, String action, String subject, String detail) {
    entries.add(action + " " + subject + ": " + detail);
    return entries.size();
  }

  @Override
  public List<AuditEntry> list(@Nullable Long before, int limit) {
    throw new UnsupportedOperationException("Nobody reads this log");
  }
}
