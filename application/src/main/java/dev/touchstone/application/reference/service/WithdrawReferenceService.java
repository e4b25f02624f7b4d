package dev.touchstone.application.reference.service;

import dev.touchstone.application.reference.FollowedLink;
import dev.touchstone.application.reference.LinkKind;
import dev.touchstone.application.reference.port.in.WithdrawReferenceUseCase;
import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.application.reference.port.out.ReferenceRequests;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.RequestState;
import dev.touchstone.domain.time.ProgramDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Takes back what is signed. */
public final class WithdrawReferenceService implements WithdrawReferenceUseCase {

  private final CustomerLinks links;
  private final ReferenceRequests requests;
  private final RequestJournal journal;
  private final Clock clock;

  /** Withdraws by these; the clock says when and on which day. */
  public WithdrawReferenceService(
      CustomerLinks links, ReferenceRequests requests, RequestJournal journal, Clock clock) {
    this.links = links;
    this.requests = requests;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public WithdrawReferenceResult withdraw(WithdrawReferenceCommand command) {
    Optional<WithdrawReferenceResult> obstacle =
        findObstacle(links.find(command.link(), LinkKind.RECEIPT));
    return obstacle.isPresent()
        ? obstacle.get()
        : journal.changeEvidence(recordedAt -> withdraw(command, recordedAt));
  }

  private static Optional<WithdrawReferenceResult> findObstacle(Optional<FollowedLink> followed) {
    if (followed.isEmpty()) {
      return Optional.of(WithdrawReferenceResult.UNKNOWN);
    }
    return followed.get().request().state() instanceof RequestState.Signed
        ? Optional.empty()
        : Optional.of(WithdrawReferenceResult.ALREADY_WITHDRAWN);
  }

  private WithdrawReferenceResult withdraw(WithdrawReferenceCommand command, Instant recordedAt) {
    Optional<FollowedLink> followed = links.findAndLock(command.link(), LinkKind.RECEIPT);
    Optional<WithdrawReferenceResult> obstacle = findObstacle(followed);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    ReferenceRequest request = followed.orElseThrow().request();
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ProgramDays.ZONE);
    ReferenceRequest after =
        request.in(((RequestState.Signed) request.state()).withdraw(now, today));
    LockedRequests.update(requests, after);
    journal.record(
        after,
        RequestJournal.customer(request, command.address()),
        "WITHDRAW_REFERENCE",
        "in " + request.specialization(),
        today,
        recordedAt);
    return WithdrawReferenceResult.WITHDRAWN;
  }
}
