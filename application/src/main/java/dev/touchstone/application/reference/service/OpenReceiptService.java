package dev.touchstone.application.reference.service;

import dev.touchstone.application.reference.LinkKind;
import dev.touchstone.application.reference.port.in.OpenReceiptUseCase;
import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.application.reference.port.out.ReferenceUses;
import dev.touchstone.domain.reference.LinkHash;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.RequestState;
import java.util.Optional;

/** Shows receipts, of what was withdrawn, too. */
public final class OpenReceiptService implements OpenReceiptUseCase {

  private final CustomerLinks links;
  private final ReferenceUses uses;
  private final Wording wording;

  /** Shows by these. */
  public OpenReceiptService(CustomerLinks links, ReferenceUses uses, Wording wording) {
    this.links = links;
    this.uses = uses;
    this.wording = wording;
  }

  @Override
  public Optional<ReferenceReceipt> open(LinkHash link) {
    return links.find(link, LinkKind.RECEIPT).map(followed -> receiptOf(followed.request()));
  }

  private ReferenceReceipt receiptOf(ReferenceRequest request) {
    RequestState.Withdrawn withdrawn =
        request.state() instanceof RequestState.Withdrawn w ? w : null;
    if (withdrawn == null && !(request.state() instanceof RequestState.Signed)) {
      throw new IllegalStateException("A receipt of " + request.id() + ", which nobody signed");
    }
    return new ReferenceReceipt(
        withdrawn == null
            ? ((RequestState.Signed) request.state()).signature()
            : withdrawn.signature(),
        wording.partnerOf(request),
        request.language(),
        withdrawn == null ? null : withdrawn.on(),
        uses.find(request.partner(), request.id()).orElse(null));
  }
}
