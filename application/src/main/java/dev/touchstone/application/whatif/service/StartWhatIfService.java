package dev.touchstone.application.whatif.service;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase.TryPolicyQuery;
import dev.touchstone.application.whatif.WhatIf;
import dev.touchstone.application.whatif.WhatIfId;
import dev.touchstone.application.whatif.port.in.InterruptWhatIfsUseCase;
import dev.touchstone.application.whatif.port.in.StartWhatIfUseCase;
import dev.touchstone.application.whatif.port.out.WhatIfs;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs trials one after another, and keeps the newest. */
public final class StartWhatIfService implements StartWhatIfUseCase {

  /** How many trials are kept; each has a row for every partner. */
  static final int KEPT = 20;

  /** One that runs, and those that wait for it. */
  static final int MOST_UNDER_WAY = 11;

  private final WhatIfs whatIfs;
  private final InterruptWhatIfsUseCase interruptWhatIfs;
  private final Nights nights;
  private final TryPolicyUseCase tryPolicy;
  private final AuditLog auditLog;
  private final UnitOfWork unitOfWork;
  private final Executor executor;
  private final Clock clock;

  /**
   * Runs trials by these.
   *
   * @param interruptWhatIfs settles trials that take the place of living ones
   * @param executor runs one task at a time, in order
   */
  public StartWhatIfService(
      WhatIfs whatIfs,
      InterruptWhatIfsUseCase interruptWhatIfs,
      Nights nights,
      TryPolicyUseCase tryPolicy,
      AuditLog auditLog,
      UnitOfWork unitOfWork,
      Executor executor,
      Clock clock) {
    this.whatIfs = whatIfs;
    this.interruptWhatIfs = interruptWhatIfs;
    this.nights = nights;
    this.tryPolicy = tryPolicy;
    this.auditLog = auditLog;
    this.unitOfWork = unitOfWork;
    this.executor = executor;
    this.clock = clock;
  }

  @Override
  public StartWhatIfResult start(StartWhatIfCommand command) {
    Optional<LocalDate> asked =
        Optional.ofNullable(command.date())
            .or(() -> nights.findLatestComplete().map(night -> night.id().businessDate()));
    if (asked.isEmpty()) {
      return new StartWhatIfResult.Refused("No night is complete yet; give a date.");
    }
    Instant now = clock.instant();
    Instant knownAt =
        nights.findLatestCompleteOn(asked.get()).map(Night::evidenceKnownAt).orElse(now);
    WhatIf.Wish wish =
        new WhatIf.Wish(
            command.candidate().policy().version(),
            asked.get(),
            knownAt,
            command.actor().name(),
            now);
    interruptWhatIfs.interruptWhatIfs();
    return unitOfWork.run(() -> open(command, wish));
  }

  private StartWhatIfResult open(StartWhatIfCommand command, WhatIf.Wish wish) {
    Optional<WhatIfId> opened = whatIfs.open(wish, MOST_UNDER_WAY);
    if (opened.isEmpty()) {
      return new StartWhatIfResult.Busy(
          MOST_UNDER_WAY + " trials run or wait already; come back when one has ended.");
    }
    WhatIfId id = opened.get();
    whatIfs.keepNewest(KEPT);
    auditLog.append(
        command.actor(), "START_WHAT_IF", "what-if/" + id, wish.candidate() + " on " + wish.date());
    TryPolicyQuery query = new TryPolicyQuery(command.candidate(), wish.date(), wish.knownAt());
    unitOfWork.afterCommit(() -> hand(id, query));
    return new StartWhatIfResult.Started(id);
  }

  private void hand(WhatIfId id, TryPolicyQuery query) {
    try {
      executor.execute(() -> carryOut(id, query));
    } catch (RejectedExecutionException e) {
      // It lasts already, and would seem to wait as long as this process lives.
      whatIfs.fail(id, "The server is stopping; start it again later.", clock.instant());
    }
  }

  private void carryOut(WhatIfId id, TryPolicyQuery query) {
    try {
      whatIfs.carryOut(id, consumer -> tryPolicy.tryPolicy(query, consumer), clock);
    } catch (RuntimeException | Error failure) {
      // A process that ends leaves it under way, for the next one to settle.
      if (!Thread.currentThread().isInterrupted()) {
        whatIfs.fail(
            id, "An unforeseen failure; the log of the server has its details.", clock.instant());
      }
      throw failure;
    }
  }
}
