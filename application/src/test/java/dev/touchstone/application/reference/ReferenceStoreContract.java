package dev.touchstone.application.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.application.reference.port.out.ReferenceRequests;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.LinkHash;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.RequestState;
import dev.touchstone.domain.reference.Signature;
import dev.touchstone.domain.reference.Statement;
import dev.touchstone.domain.text.EmailAddress;
import dev.touchstone.domain.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What requests and their links promise, whatever keeps them. */
public abstract class ReferenceStoreContract {

  protected static final Instant ASKED_AT = Instant.parse("2010-11-15T10:00:00.123456Z");
  protected static final LocalDate ASKED_ON = LocalDate.of(2010, 11, 15);
  protected static final PartnerId PARTNER = new PartnerId("P-1");
  private static final Instant LATER = ASKED_AT.plus(Duration.ofDays(3));
  private static final Instant DUE_AT = LATER.plus(Duration.ofMinutes(10));
  private static final Signature SIGNATURE =
      new Signature(
          new Statement("Così è.", Language.IT), "Mario", LATER, LocalDate.of(2010, 11, 18));

  protected abstract ReferenceRequests requests();

  protected abstract CustomerLinks links();

  protected abstract <T> T inTransaction(Supplier<T> work);

  @Test
  void keepsARequestAsItIs() {
    ReferenceRequest request = add();

    assertThat(find(request.id())).isEqualTo(request);
  }

  @Test
  void findsNoRequestOfAnotherPartner() {
    ReferenceRequest request = add();

    assertThat(inTransaction(() -> requests().findAndLock(new PartnerId("P-2"), request.id())))
        .isEmpty();
  }

  @Test
  void keepsEachState() {
    ReferenceRequest open = add();
    ReferenceRequest signed = change(open, new RequestState.Signed(SIGNATURE));
    assertThat(signed.state()).isEqualTo(new RequestState.Signed(SIGNATURE));
    RequestState.Withdrawn withdrawn =
        new RequestState.Withdrawn(SIGNATURE, LATER.plusSeconds(1), LocalDate.of(2010, 11, 18));
    assertThat(change(signed, withdrawn).state()).isEqualTo(withdrawn);

    RequestState.Declined declined = new RequestState.Declined(LATER, LocalDate.of(2010, 11, 18));
    assertThat(change(add(), declined).state()).isEqualTo(declined);
    RequestState.Open longer = new RequestState.Open(LATER.plus(Duration.ofDays(30)));
    assertThat(change(add(), longer).state()).isEqualTo(longer);
  }

  @Test
  void changesOnlyTheVersionThatIsNamed() {
    ReferenceRequest first = add();
    ReferenceRequest second = change(first, new RequestState.Signed(SIGNATURE));

    assertThat(second.version()).isEqualTo(first.version() + 1);
    assertThat(
            inTransaction(
                () ->
                    requests()
                        .update(
                            first.in(
                                new RequestState.Declined(LATER, LocalDate.of(2010, 11, 18))))))
        .isFalse();
    assertThat(find(first.id())).isEqualTo(second);
  }

  @Test
  void findsALinkByItsHashAndKind() {
    ReferenceRequest request = add();
    LinkHash hash = link(request, LinkKind.SIGNING, ASKED_AT);

    assertThat(links().find(hash, LinkKind.SIGNING)).contains(new FollowedLink(request, false));
    assertThat(inTransaction(() -> links().findAndLock(hash, LinkKind.SIGNING)))
        .contains(new FollowedLink(request, false));
    assertThat(links().find(hash, LinkKind.RECEIPT)).isEmpty();
    assertThat(links().find(LinkHash.of("another"), LinkKind.SIGNING)).isEmpty();
  }

  @Test
  void replacesEarlierLinksOfTheKindOnceALaterOneIsSent() {
    ReferenceRequest request = add();
    LinkHash earlier = link(request, LinkKind.SIGNING, ASKED_AT);
    LinkHash later = link(request, LinkKind.SIGNING, LATER);
    LinkHash receipt = link(request, LinkKind.RECEIPT, LATER);
    assertThat(isReplaced(earlier, LinkKind.SIGNING)).isFalse();

    settle(later, MailState.FAILED, "The mail server cannot be reached.", null);
    assertThat(isReplaced(earlier, LinkKind.SIGNING)).isFalse();

    LinkHash latest = link(request, LinkKind.SIGNING, LATER.plusSeconds(1));
    settle(latest, MailState.SENT, null, null);
    assertThat(isReplaced(earlier, LinkKind.SIGNING)).isTrue();
    assertThat(isReplaced(later, LinkKind.SIGNING)).isTrue();
    assertThat(isReplaced(latest, LinkKind.SIGNING)).isFalse();
    assertThat(isReplaced(receipt, LinkKind.RECEIPT)).isFalse();
  }

  @Test
  void letsOnlyTheLatestMailOfAKindBeClaimed() {
    ReferenceRequest request = add();
    LinkHash earlier = link(request, LinkKind.SIGNING, ASKED_AT);
    LinkHash later = link(request, LinkKind.SIGNING, LATER);
    LinkHash receipt = link(request, LinkKind.RECEIPT, LATER);

    assertThat(claim(earlier)).isFalse();
    assertThat(claim(later)).isTrue();
    assertThat(claim(receipt)).isTrue();
    settle(later, MailState.SENT, null, null);
    assertThat(claim(later)).isFalse();
  }

  @Test
  void notesWhatBecameOfAMailAndLeavesTheVersionOfTheRequest() {
    ReferenceRequest request = add();
    LinkHash first = link(request, LinkKind.SIGNING, ASKED_AT);
    assertThat(links().findLatestMail(request.id()))
        .contains(new Mailing(LinkKind.SIGNING, MailState.PENDING, ASKED_AT, null, 1, null));

    Instant again = LATER.plusSeconds(300);
    settle(first, MailState.FAILED, "The mail server cannot be reached.", again);
    assertThat(links().findLatestMail(request.id()))
        .contains(
            new Mailing(
                LinkKind.SIGNING,
                MailState.FAILED,
                LATER,
                "The mail server cannot be reached.",
                1,
                again));
    assertThat(links().findLastSent(request.id(), LinkKind.SIGNING)).isEmpty();

    settle(link(request, LinkKind.SIGNING, LATER), MailState.SENT, null, null);
    assertThat(links().findLastSent(request.id(), LinkKind.SIGNING)).contains(LATER);
    assertThat(links().findLastSent(request.id(), LinkKind.RECEIPT)).isEmpty();
    assertThat(find(request.id())).isEqualTo(request);
  }

  @Test
  void notesNothingOfAMailThatAnotherTookThePlaceOf() {
    ReferenceRequest request = add();
    LinkHash earlier = link(request, LinkKind.SIGNING, ASKED_AT);
    link(request, LinkKind.SIGNING, LATER);

    settle(earlier, MailState.SENT, null, null);
    assertThat(links().findLastSent(request.id(), LinkKind.SIGNING)).isEmpty();
  }

  @Test
  void findsTheMailThatHasBeenDueLongest() {
    ReferenceRequest one = add();
    ReferenceRequest other = add();
    LinkHash failed = link(one, LinkKind.SIGNING, ASKED_AT);
    LinkHash pending = link(other, LinkKind.SIGNING, ASKED_AT);
    settle(failed, MailState.FAILED, "The mail server cannot be reached.", DUE_AT.minusSeconds(1));

    assertThat(findDue(DUE_AT.minusSeconds(2))).isEmpty();
    assertThat(findDue(DUE_AT))
        .contains(
            new DueMail(
                new MailedLink(failed, LinkKind.SIGNING, one.id(), 1, ASKED_AT), find(one.id())));
    settle(failed, MailState.GIVEN_UP, "The mail server cannot be reached.", null);
    assertThat(findDue(DUE_AT.minusSeconds(1))).isEmpty();
    assertThat(findDue(DUE_AT))
        .contains(
            new DueMail(
                new MailedLink(pending, LinkKind.SIGNING, other.id(), 1, ASKED_AT),
                find(other.id())));
  }

  @Test
  void countsLinksToSignFromAMomentOn() {
    ReferenceRequest request = add();
    link(request, LinkKind.SIGNING, ASKED_AT);
    link(request, LinkKind.SIGNING, LATER);
    link(request, LinkKind.SIGNING, LATER, 2);
    link(request, LinkKind.RECEIPT, LATER);

    assertThat(links().countSigningLinks(PARTNER, ASKED_AT)).isEqualTo(2);
    assertThat(links().countSigningLinks(PARTNER, LATER)).isEqualTo(1);
    assertThat(links().countSigningLinks(new PartnerId("P-2"), ASKED_AT)).isZero();
  }

  private Optional<DueMail> findDue(Instant now) {
    return inTransaction(() -> links().findAndLockDue(now));
  }

  private boolean isReplaced(LinkHash hash, LinkKind kind) {
    return links().find(hash, kind).orElseThrow().replaced();
  }

  private boolean claim(LinkHash hash) {
    return inTransaction(() -> links().claimMail(hash, DUE_AT));
  }

  private void settle(
      LinkHash hash, MailState state, @Nullable String failure, @Nullable Instant againAt) {
    inTransaction(
        () -> {
          links().settleMail(hash, state, LATER, failure, againAt);
          return hash;
        });
  }

  private LinkHash link(ReferenceRequest request, LinkKind kind, Instant at) {
    return link(request, kind, at, 1);
  }

  private LinkHash link(ReferenceRequest request, LinkKind kind, Instant at, int attempt) {
    LinkHash hash = LinkHash.of(request.id() + kind.name() + at + attempt);
    return inTransaction(
        () -> {
          links().add(new MailedLink(hash, kind, request.id(), attempt, at), DUE_AT);
          return hash;
        });
  }

  private ReferenceRequest change(ReferenceRequest request, RequestState next) {
    assertThat(inTransaction(() -> requests().update(request.in(next)))).isTrue();
    return find(request.id());
  }

  private ReferenceRequest find(ReferenceId id) {
    return inTransaction(() -> requests().findAndLock(PARTNER, id)).orElseThrow();
  }

  private ReferenceRequest add() {
    return inTransaction(
        () -> {
          ReferenceRequest request = aRequest(requests().nextId());
          requests().add(request);
          return request;
        });
  }

  protected static ReferenceRequest aRequest(ReferenceId id) {
    return new ReferenceRequest(
        id,
        PARTNER,
        new SpecializationCode("CRM"),
        new CustomerName("Rossi & Figli"),
        null,
        "Mario Rossi",
        new EmailAddress("mario@rossi.example"),
        Language.IT,
        ASKED_AT,
        ASKED_ON,
        new RequestState.Open(ASKED_AT.plus(Duration.ofDays(30))),
        1);
  }
}
