package dev.touchstone.application.reference.service;

import dev.touchstone.application.reference.FollowedLink;
import dev.touchstone.application.reference.port.in.OpenSigningLinkUseCase.ClosedReason;
import dev.touchstone.application.reference.port.in.OpenSigningLinkUseCase.SigningLink;
import dev.touchstone.domain.reference.RequestState;
import java.time.Instant;
import java.util.Optional;

/** Which links to sign are taken. */
final class SigningLinks {

  private SigningLinks() {}

  /** Why a link is not taken at a moment; empty if it is. */
  static Optional<SigningLink> findObstacle(Optional<FollowedLink> followed, Instant now) {
    if (followed.isEmpty()) {
      return Optional.of(new SigningLink.Unknown());
    }
    FollowedLink link = followed.get();
    return findReason(link, now)
        .map(reason -> new SigningLink.Closed(reason, link.request().language()));
  }

  private static Optional<ClosedReason> findReason(FollowedLink link, Instant now) {
    if (link.request().state() instanceof RequestState.Open open) {
      if (link.replaced()) {
        return Optional.of(ClosedReason.REPLACED);
      }
      return open.isExpiredAt(now) ? Optional.of(ClosedReason.EXPIRED) : Optional.empty();
    }
    return Optional.of(
        link.request().state() instanceof RequestState.Declined
            ? ClosedReason.DECLINED
            : ClosedReason.SIGNED);
  }
}
