package dev.touchstone.application.appeal.service;

import dev.touchstone.application.appeal.AppealResult;
import dev.touchstone.application.appeal.AppealTerms;
import dev.touchstone.application.appeal.port.in.FileAppealUseCase;
import dev.touchstone.application.appeal.port.out.Appeals;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.standing.DecidedNight;
import dev.touchstone.application.standing.port.out.DecidedNights;
import dev.touchstone.application.standing.port.out.Decisions;
import dev.touchstone.domain.appeal.Appeal;
import dev.touchstone.domain.appeal.AppealState;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierDecision;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Files an appeal against what a complete night has stored. */
public final class FileAppealService implements FileAppealUseCase {

  private final UnitOfWork unitOfWork;
  private final AuditLog auditLog;
  private final Appeals appeals;
  private final DecidedNights nights;
  private final Decisions decisions;
  private final AppealTerms terms;
  private final Clock clock;

  /** Files appeals among these. */
  public FileAppealService(
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      Appeals appeals,
      DecidedNights nights,
      Decisions decisions,
      AppealTerms terms,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.auditLog = auditLog;
    this.appeals = appeals;
    this.nights = nights;
    this.decisions = decisions;
    this.terms = terms;
    this.clock = clock;
  }

  @Override
  public AppealResult file(FileAppealCommand command) {
    Optional<DecidedNight> night = nights.findLatestOn(command.date());
    if (night.isEmpty()) {
      return new AppealResult.Refused(
          "There is no complete night of %s: an appeal names the date of a decision."
              .formatted(command.date()));
    }
    Optional<DecidedStanding> decided = decisions.find(night.get().id(), command.partner());
    if (decided.isEmpty()) {
      return new AppealResult.NotFound(
          "The night of %s knows no partner %s. Ids are exact in case."
              .formatted(command.date(), command.partner()));
    }
    Instant now = clock.instant();
    Optional<String> objection =
        objectionTo(decided.get().decision(), command.criterion())
            .or(() -> objectionTo(night.get(), now));
    return objection.isPresent()
        ? new AppealResult.Refused(objection.get())
        : unitOfWork.run(() -> file(command, night.get(), now));
  }

  private AppealResult file(FileAppealCommand command, DecidedNight night, Instant now) {
    Appeal appeal =
        new Appeal(
            appeals.nextId(),
            command.partner(),
            night.id(),
            command.criterion(),
            command.evidence(),
            now,
            new AppealState.Open());
    return appeals
        .add(appeal)
        .<AppealResult>map(
            kept -> {
              auditLog.append(
                  command.actor(), "FILE_APPEAL", "appeal/" + appeal.id(), AppealWords.of(appeal));
              return new AppealResult.Done(kept);
            })
        .orElseGet(
            () ->
                new AppealResult.Conflict(
                    "An appeal against %s of %s is open already: wait for the ruling, or withdraw it."
                        .formatted(command.criterion(), command.date())));
  }

  private static Optional<String> objectionTo(TierDecision decision, TierCriterion criterion) {
    if (decision.undecided() != null) {
      return Optional.of(
          ("On %s partner %s has no tier because of its status (%s), whatever the"
                  + " findings are: ask the program to change the status.")
              .formatted(decision.date(), decision.partner(), decision.undecided()));
    }
    return decision.findings().stream()
        .filter(tier -> tier.tier().equals(criterion.tier()))
        .flatMap(tier -> tier.findings().stream())
        .filter(finding -> finding.criterion().kind() == criterion.kind())
        .findFirst()
        .map(finding -> objectionTo(finding, criterion))
        .orElseGet(
            () ->
                Optional.of(
                    "The decision has no finding on %s: name a tier and a criterion that it judged."
                        .formatted(criterion)));
  }

  private static Optional<String> objectionTo(Finding finding, TierCriterion criterion) {
    return finding.met()
        ? Optional.of("%s was met: there is nothing to appeal against.".formatted(criterion))
        : Optional.empty();
  }

  private Optional<String> objectionTo(DecidedNight night, Instant now) {
    return terms.allows(night.completedAt(), now)
        ? Optional.empty()
        : Optional.of(
            "The decision of %s could be appealed against up to %s."
                .formatted(night.id().businessDate(), terms.lastDay(night.completedAt())));
  }
}
