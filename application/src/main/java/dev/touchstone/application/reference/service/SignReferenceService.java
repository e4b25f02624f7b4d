package dev.touchstone.application.reference.service;

import dev.touchstone.application.reference.FollowedLink;
import dev.touchstone.application.reference.LinkKind;
import dev.touchstone.application.reference.port.in.OpenSigningLinkUseCase.SigningLink;
import dev.touchstone.application.reference.port.in.SignReferenceUseCase;
import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.application.reference.port.out.ReferenceRequests;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.RequestState;
import dev.touchstone.domain.reference.Signature;
import dev.touchstone.domain.reference.Statement;
import dev.touchstone.domain.time.ProgramDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Signs while the link can be used. Links that cannot be used are told apart before the evidence is
 * locked, so that nobody holds up a night with them.
 */
public final class SignReferenceService implements SignReferenceUseCase {

  private final CustomerLinks links;
  private final ReferenceRequests requests;
  private final Wording wording;
  private final RequestJournal journal;
  private final CustomerPost post;
  private final Clock clock;

  /** Signs by these; the clock says when and on which day. */
  public SignReferenceService(
      CustomerLinks links,
      ReferenceRequests requests,
      Wording wording,
      RequestJournal journal,
      CustomerPost post,
      Clock clock) {
    this.links = links;
    this.requests = requests;
    this.wording = wording;
    this.journal = journal;
    this.post = post;
    this.clock = clock;
  }

  @Override
  public SignReferenceResult sign(SignReferenceCommand command) {
    Optional<SigningLink> obstacle =
        SigningLinks.findObstacle(links.find(command.link(), LinkKind.SIGNING), clock.instant());
    if (obstacle.isPresent()) {
      return new SignReferenceResult.NotSigned(obstacle.get());
    }
    return journal.changeEvidence(recordedAt -> sign(command, recordedAt));
  }

  private SignReferenceResult sign(SignReferenceCommand command, Instant recordedAt) {
    Instant now = clock.instant();
    Optional<FollowedLink> followed = links.findAndLock(command.link(), LinkKind.SIGNING);
    Optional<SigningLink> obstacle = SigningLinks.findObstacle(followed, now);
    if (obstacle.isPresent()) {
      return new SignReferenceResult.NotSigned(obstacle.get());
    }
    ReferenceRequest request = followed.orElseThrow().request();
    LocalDate today = LocalDate.ofInstant(now, ProgramDays.ZONE);
    Statement statement = wording.statementOf(request, command.language(), today);
    if (!statement.sha256().equals(command.statementSha256())) {
      return new SignReferenceResult.Changed();
    }
    RequestState.Signed signed =
        ((RequestState.Open) request.state())
            .sign(new Signature(statement, command.signatory(), now, today));
    ReferenceRequest after = request.in(signed);
    LockedRequests.update(requests, after);
    journal.record(
        after,
        RequestJournal.customer(request, command.address()),
        "SIGN_REFERENCE",
        "by %s; SHA-256 of the statement %s".formatted(command.signatory(), statement.sha256()),
        today,
        recordedAt);
    return new SignReferenceResult.Signed(post.confirm(after, signed));
  }
}
