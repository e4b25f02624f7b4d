package dev.touchstone.application.reference.service;

import dev.touchstone.application.reference.FollowedLink;
import dev.touchstone.application.reference.LinkKind;
import dev.touchstone.application.reference.port.in.DeclineReferenceUseCase;
import dev.touchstone.application.reference.port.in.OpenSigningLinkUseCase.SigningLink;
import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.application.reference.port.out.ReferenceRequests;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.RequestState;
import dev.touchstone.domain.time.ProgramDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Declines while the link can be used. */
public final class DeclineReferenceService implements DeclineReferenceUseCase {

  private final CustomerLinks links;
  private final ReferenceRequests requests;
  private final RequestJournal journal;
  private final Clock clock;

  /** Declines by these; the clock says when and on which day. */
  public DeclineReferenceService(
      CustomerLinks links, ReferenceRequests requests, RequestJournal journal, Clock clock) {
    this.links = links;
    this.requests = requests;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public DeclineReferenceResult decline(DeclineReferenceCommand command) {
    Optional<SigningLink> obstacle =
        SigningLinks.findObstacle(links.find(command.link(), LinkKind.SIGNING), clock.instant());
    if (obstacle.isPresent()) {
      return new DeclineReferenceResult.NotDeclined(obstacle.get());
    }
    return journal.changeEvidence(recordedAt -> decline(command, recordedAt));
  }

  private DeclineReferenceResult decline(DeclineReferenceCommand command, Instant recordedAt) {
    Instant now = clock.instant();
    Optional<FollowedLink> followed = links.findAndLock(command.link(), LinkKind.SIGNING);
    Optional<SigningLink> obstacle = SigningLinks.findObstacle(followed, now);
    if (obstacle.isPresent()) {
      return new DeclineReferenceResult.NotDeclined(obstacle.get());
    }
    ReferenceRequest request = followed.orElseThrow().request();
    LocalDate today = LocalDate.ofInstant(now, ProgramDays.ZONE);
    ReferenceRequest after = request.in(((RequestState.Open) request.state()).decline(now, today));
    LockedRequests.update(requests, after);
    journal.record(
        after,
        RequestJournal.customer(request, command.address()),
        "DECLINE_REFERENCE",
        "in " + request.specialization(),
        today,
        recordedAt);
    return new DeclineReferenceResult.Declined();
  }
}
