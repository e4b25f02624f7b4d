package dev.touchstone.application.reference;

import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.application.reference.port.out.ReferenceEvidence;
import dev.touchstone.application.reference.port.out.ReferenceRequests;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.LinkHash;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.RequestState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requests, their links and their evidence in memory. */
public final class ReferencesInMemory
    implements ReferenceRequests, CustomerLinks, ReferenceEvidence {

  public final Map<ReferenceId, ReferenceRequest> requests = new LinkedHashMap<>();
  public final List<Version> versions = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<AskedReference> byFile = new ArrayList<>();

  private static final class Link {
    final MailedLink mailed;
    Mailing mail;
    @Nullable Instant dueAt;

    Link(MailedLink mailed, Instant dueAt) {
      this.mailed = mailed;
      this.dueAt = dueAt;
      this.mail =
          new Mailing(
              mailed.kind(), MailState.PENDING, mailed.createdAt(), null, mailed.attempt(), null);
    }

    void put(MailState state, Instant at, @Nullable String failure, @Nullable Instant againAt) {
      dueAt = againAt;
      mail = new Mailing(mailed.kind(), state, at, failure, mailed.attempt(), againAt);
    }

    boolean isLike(Link other) {
      return mailed.reference().equals(other.mailed.reference())
          && mailed.kind() == other.mailed.kind();
    }
  }

  /** A version of evidence. */
  public record Version(ReferenceRequest request, long auditId, LocalDate businessDate) {}

  public void bringByFile(AskedReference reference) {
    byFile.add(reference);
  }

  @Override
  public ReferenceId nextId() {
    return new ReferenceId("R-" + (requests.size() + 1));
  }

  @Override
  public void add(ReferenceRequest request) {
    requests.put(request.id(), request);
  }

  @Override
  public boolean update(ReferenceRequest request) {
    if (requests.get(request.id()).version() != request.version()) {
      return false;
    }
    requests.put(request.id(), withVersion(request, request.version() + 1));
    return true;
  }

  @Override
  public Optional<ReferenceRequest> findAndLock(PartnerId partner, ReferenceId reference) {
    return Optional.ofNullable(requests.get(reference))
        .filter(request -> request.partner().equals(partner));
  }

  @Override
  public List<AskedReference> listAsked(
      PartnerId partner, SpecializationCode specialization, LocalDate after) {
    Stream<AskedReference> byMail =
        requests.values().stream()
            .filter(request -> request.partner().equals(partner))
            .filter(request -> request.specialization().equals(specialization))
            .filter(
                request -> !(request.state() instanceof RequestState.Open) || isReached(request))
            .map(
                request ->
                    new AskedReference(
                        request.id(),
                        request.customer(),
                        request.signatoryEmail().value(),
                        request.requestedOn()));
    return Stream.concat(byFile.stream(), byMail)
        .filter(asked -> asked.requestedOn().isAfter(after))
        .toList();
  }

  @Override
  public void add(MailedLink mailed, Instant dueAt) {
    Link added = new Link(mailed, dueAt);
    for (Link link : links) {
      if (link.isLike(added) && link.dueAt != null) {
        String failure = link.mail.failure();
        link.put(
            MailState.FAILED,
            mailed.createdAt(),
            failure == null
                ? "Nobody knows whether the mail was sent; a later one takes its place."
                : failure,
            null);
      }
    }
    links.add(added);
  }

  @Override
  public Optional<FollowedLink> find(LinkHash hash, LinkKind kind) {
    return find(hash)
        .filter(link -> link.mailed.kind() == kind)
        .map(link -> new FollowedLink(requests.get(link.mailed.reference()), isReplaced(link)));
  }

  @Override
  public Optional<FollowedLink> findAndLock(LinkHash hash, LinkKind kind) {
    return find(hash, kind);
  }

  @Override
  public boolean claimMail(LinkHash hash, Instant dueAt) {
    Optional<Link> pending = find(hash).filter(link -> link.mail.state() == MailState.PENDING);
    pending.ifPresent(link -> link.dueAt = dueAt);
    return pending.isPresent();
  }

  @Override
  public void settleMail(
      LinkHash hash,
      MailState state,
      Instant at,
      @Nullable String failure,
      @Nullable Instant againAt) {
    find(hash)
        .filter(link -> link.dueAt != null)
        .ifPresent(link -> link.put(state, at, failure, againAt));
  }

  @Override
  public Optional<DueMail> findAndLockDue(Instant now) {
    return links.stream()
        .filter(link -> link.dueAt != null && !now.isBefore(link.dueAt))
        .min(Comparator.comparing((Link link) -> link.dueAt))
        .map(link -> new DueMail(link.mailed, requests.get(link.mailed.reference())));
  }

  @Override
  public Optional<Mailing> findLatestMail(ReferenceId reference) {
    return links.stream()
        .filter(link -> link.mailed.reference().equals(reference))
        .reduce((earlier, later) -> later)
        .map(link -> link.mail);
  }

  @Override
  public Optional<Instant> findLastSent(ReferenceId reference, LinkKind kind) {
    return links.stream()
        .filter(link -> link.mailed.reference().equals(reference) && link.mailed.kind() == kind)
        .filter(link -> link.mail.state() == MailState.SENT)
        .map(link -> link.mail.at())
        .max(Instant::compareTo);
  }

  @Override
  public int countSigningLinks(PartnerId partner, Instant from) {
    return (int)
        links.stream()
            .map(link -> link.mailed)
            .filter(link -> link.kind() == LinkKind.SIGNING && link.attempt() == 1)
            .filter(link -> !link.createdAt().isBefore(from))
            .filter(link -> requests.get(link.reference()).partner().equals(partner))
            .count();
  }

  @Override
  public void record(
      ReferenceRequest request, long auditId, LocalDate businessDate, Instant recordedAt) {
    versions.add(new Version(request, auditId, businessDate));
  }

  private boolean isReached(ReferenceRequest request) {
    return links.stream()
        .filter(link -> link.mailed.reference().equals(request.id()))
        .anyMatch(link -> link.mail.state() == MailState.SENT || link.dueAt != null);
  }

  private Optional<Link> find(LinkHash hash) {
    return links.stream().filter(link -> link.mailed.hash().equals(hash)).findFirst();
  }

  private boolean isReplaced(Link link) {
    return links.stream()
        .skip(links.indexOf(link) + 1L)
        .anyMatch(later -> later.isLike(link) && later.mail.state() == MailState.SENT);
  }

  private static ReferenceRequest withVersion(ReferenceRequest request, long version) {
    return new ReferenceRequest(
        request.id(),
        request.partner(),
        request.specialization(),
        request.customer(),
        request.customerVat(),
        request.signatoryName(),
        request.signatoryEmail(),
        request.language(),
        request.requestedAt(),
        request.requestedOn(),
        request.state(),
        version);
  }
}
