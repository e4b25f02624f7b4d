package dev.touchstone.application.reference;

import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.application.reference.port.out.ReferenceEvidence;
import dev.touchstone.application.reference.port.out.ReferenceRequests;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.LinkHash;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.reference.ReferenceRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
    final LinkHash hash;
    final LinkKind kind;
    final ReferenceId reference;
    final Instant createdAt;
    Mailing mail;

    Link(LinkHash hash, LinkKind kind, ReferenceId reference, Instant createdAt) {
      this.hash = hash;
      this.kind = kind;
      this.reference = reference;
      this.createdAt = createdAt;
      this.mail = new Mailing(kind, MailState.PENDING, createdAt, null);
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
  public void add(LinkHash hash, LinkKind kind, ReferenceId reference, Instant createdAt) {
    links.add(new Link(hash, kind, reference, createdAt));
  }

  @Override
  public Optional<FollowedLink> find(LinkHash hash, LinkKind kind) {
    return links.stream()
        .filter(link -> link.hash.equals(hash) && link.kind == kind)
        .findFirst()
        .map(link -> new FollowedLink(requests.get(link.reference), !isLatest(link)));
  }

  @Override
  public Optional<FollowedLink> findAndLock(LinkHash hash, LinkKind kind) {
    return find(hash, kind);
  }

  @Override
  public boolean awaitsMail(LinkHash hash) {
    return links.stream()
        .anyMatch(
            link ->
                link.hash.equals(hash) && link.mail.state() == MailState.PENDING && isLatest(link));
  }

  @Override
  public void settleMail(LinkHash hash, MailState state, Instant at, @Nullable String failure) {
    for (Link link : links) {
      if (link.hash.equals(hash)) {
        link.mail = new Mailing(link.kind, state, at, failure);
        ReferenceRequest request = requests.get(link.reference);
        requests.put(request.id(), withVersion(request, request.version() + 1));
      }
    }
  }

  @Override
  public Optional<Mailing> findLatestMail(ReferenceId reference) {
    return links.stream()
        .filter(link -> link.reference.equals(reference))
        .reduce((earlier, later) -> later)
        .map(link -> link.mail);
  }

  @Override
  public Optional<Instant> findLastSent(ReferenceId reference, LinkKind kind) {
    return links.stream()
        .filter(link -> link.reference.equals(reference) && link.kind == kind)
        .filter(link -> link.mail.state() == MailState.SENT)
        .map(link -> link.mail.at())
        .max(Instant::compareTo);
  }

  @Override
  public int countSigningLinks(PartnerId partner, Instant from) {
    return (int)
        links.stream()
            .filter(link -> link.kind == LinkKind.SIGNING && !link.createdAt.isBefore(from))
            .filter(link -> requests.get(link.reference).partner().equals(partner))
            .count();
  }

  @Override
  public void record(
      ReferenceRequest request, long auditId, LocalDate businessDate, Instant recordedAt) {
    versions.add(new Version(request, auditId, businessDate));
  }

  private boolean isLatest(Link link) {
    return links.stream()
        .filter(other -> other.reference.equals(link.reference) && other.kind == link.kind)
        .reduce((earlier, later) -> later)
        .filter(latest -> latest == link)
        .isPresent();
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
