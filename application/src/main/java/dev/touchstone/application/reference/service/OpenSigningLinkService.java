package dev.touchstone.application.reference.service;

import dev.touchstone.application.reference.FollowedLink;
import dev.touchstone.application.reference.LinkKind;
import dev.touchstone.application.reference.port.in.OpenSigningLinkUseCase;
import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.domain.reference.LinkHash;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.RequestState;
import dev.touchstone.domain.text.Language;
import dev.touchstone.domain.time.ProgramDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows what the link's request would have the customer sign today. */
public final class OpenSigningLinkService implements OpenSigningLinkUseCase {

  private final CustomerLinks links;
  private final Wording wording;
  private final Clock clock;

  /** Shows by these; the clock says the date of the statement. */
  public OpenSigningLinkService(CustomerLinks links, Wording wording, Clock clock) {
    this.links = links;
    this.wording = wording;
    this.clock = clock;
  }

  @Override
  public SigningLink open(LinkHash link, @Nullable Language language) {
    Instant now = clock.instant();
    Optional<FollowedLink> followed = links.find(link, LinkKind.SIGNING);
    return SigningLinks.findObstacle(followed, now)
        .orElseGet(() -> show(followed.orElseThrow().request(), language, now));
  }

  private SigningLink show(ReferenceRequest request, @Nullable Language wanted, Instant now) {
    Language language = wanted == null ? request.language() : wanted;
    RequestState.Open open = (RequestState.Open) request.state();
    return new SigningLink.Open(
        wording.statementOf(request, language, LocalDate.ofInstant(now, ProgramDays.ZONE)),
        wording.partnerOf(request),
        request.specialization(),
        request.customer().value(),
        request.signatoryName(),
        request.language(),
        open.expiresAt());
  }
}
