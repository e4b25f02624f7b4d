package dev.touchstone.application.reference.service;

import static dev.touchstone.application.reference.service.ReferenceRoom.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.reference.ReferenceLetter;
import dev.touchstone.application.reference.port.in.DeclineReferenceUseCase.DeclineReferenceResult;
import dev.touchstone.application.reference.port.in.OpenReceiptUseCase.ReferenceReceipt;
import dev.touchstone.application.reference.port.in.OpenSigningLinkUseCase.ClosedReason;
import dev.touchstone.application.reference.port.in.OpenSigningLinkUseCase.SigningLink;
import dev.touchstone.application.reference.port.in.SignReferenceUseCase.SignReferenceResult;
import dev.touchstone.application.reference.port.in.WithdrawReferenceUseCase.WithdrawReferenceResult;
import dev.touchstone.domain.reference.LinkToken;
import dev.touchstone.domain.reference.RequestState;
import dev.touchstone.domain.text.Language;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningTest {

  private final ReferenceRoom room = new ReferenceRoom();
  private LinkToken link;

  @BeforeEach
  void askACustomer() {
    room.requested(aRequest());
    link = room.lastToken();
  }

  @Test
  void showsWhatWillBeSigned() {
    SigningLink.Open shown = (SigningLink.Open) room.open(link);

    assertThat(shown.statement().language()).isEqualTo(Language.IT);
    assertThat(shown.statement().text())
        .isEqualTo(
            "Rossi conferma che il partner Officina Software ha lavorato per suo conto nella"
                + " specializzazione «CRM» e può indicare questo lavoro come referenza nel"
                + " programma partner. Rossi può ritirare questa dichiarazione in qualsiasi"
                + " momento. Data: 15 novembre 2010.");
  }

  @Test
  void signsTheWordsThatWereShown() {
    SigningLink.Open shown = (SigningLink.Open) room.open(link);

    assertThat(room.sign(link)).isInstanceOf(SignReferenceResult.Signed.class);

    RequestState.Signed signed = (RequestState.Signed) latest();
    assertThat(signed.signature().statement()).isEqualTo(shown.statement());
    assertThat(signed.signature().on()).isEqualTo("2010-11-15");
    assertThat(room.references.versions)
        .extracting(version -> version.request().state().getClass().getSimpleName())
        .containsExactly("Open", "Signed");
    assertThat(room.entries)
        .last()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo("SIGN_REFERENCE");
              assertThat(entry.actor().name()).isEqualTo("mario@rossi.it");
              assertThat(entry.actor().role()).isEqualTo("CUSTOMER");
              assertThat(entry.actor().address()).isEqualTo("198.51.100.7");
            });
  }

  @Test
  void signsNothingElseThanWasShown() {
    SigningLink.Open shown = (SigningLink.Open) room.open(link);
    room.now = room.now.plus(Duration.ofDays(1));

    assertThat(room.sign(link, shown.statement().sha256()))
        .isInstanceOf(SignReferenceResult.Changed.class);
    assertThat(room.references.versions).hasSize(1);
  }

  @Test
  void takesALinkOnce() {
    room.sign(link);

    assertThat(room.sign(link)).isEqualTo(notSigned(ClosedReason.SIGNED));
    assertThat(room.open(link)).isEqualTo(closed(ClosedReason.SIGNED));
    assertThat(room.decline(link))
        .isEqualTo(new DeclineReferenceResult.NotDeclined(closed(ClosedReason.SIGNED)));
    assertThat(room.references.versions).hasSize(2);
  }

  @Test
  void declinesForGood() {
    assertThat(room.decline(link)).isEqualTo(new DeclineReferenceResult.Declined());

    assertThat(latest()).isInstanceOf(RequestState.Declined.class);
    assertThat(room.sign(link)).isEqualTo(notSigned(ClosedReason.DECLINED));
    assertThat(room.entries).last().extracting(e -> e.action()).isEqualTo("DECLINE_REFERENCE");
  }

  @Test
  void takesNoLinkAfterThirtyDays() {
    room.now = room.now.plus(Duration.ofDays(30)).minusMillis(1);
    assertThat(room.open(link)).isInstanceOf(SigningLink.Open.class);

    room.now = room.now.plusMillis(1);
    assertThat(room.open(link)).isEqualTo(closed(ClosedReason.EXPIRED));
    assertThat(room.sign(link)).isEqualTo(notSigned(ClosedReason.EXPIRED));
  }

  @Test
  void knowsNoOtherLink() {
    assertThat(room.open(new LinkToken("another"))).isEqualTo(new SigningLink.Unknown());
    assertThat(room.withdraw(link)).isEqualTo(WithdrawReferenceResult.UNKNOWN);
  }

  @Test
  void looksWithoutAChange() {
    room.open(link);
    room.open(link);

    assertThat(room.references.versions).hasSize(1);
    assertThat(room.sign(link)).isInstanceOf(SignReferenceResult.Signed.class);
  }

  @Test
  void sendsAReceiptByWhichTheSignatureIsTakenBack() {
    LinkToken receipt = ((SignReferenceResult.Signed) room.sign(link)).receipt();
    room.sendMails();
    assertThat(room.letters).last().isInstanceOf(ReferenceLetter.Receipt.class);
    assertThat(room.lastToken()).isEqualTo(receipt);

    room.now = room.now.plus(Duration.ofDays(400));
    assertThat(room.withdraw(receipt)).isEqualTo(WithdrawReferenceResult.WITHDRAWN);
    assertThat(room.withdraw(receipt)).isEqualTo(WithdrawReferenceResult.ALREADY_WITHDRAWN);

    ReferenceReceipt shown = room.receipt(receipt).orElseThrow();
    assertThat(shown.withdrawnOn()).isEqualTo("2011-12-20");
    assertThat(shown.signature().on()).isEqualTo("2010-11-15");
    assertThat(room.references.versions).hasSize(3);
    assertThat(room.entries).last().extracting(e -> e.action()).isEqualTo("WITHDRAW_REFERENCE");
  }

  private RequestState latest() {
    return room.references.requests.values().iterator().next().state();
  }

  private static SignReferenceResult.NotSigned notSigned(ClosedReason reason) {
    return new SignReferenceResult.NotSigned(closed(reason));
  }

  private static SigningLink.Closed closed(ClosedReason reason) {
    return new SigningLink.Closed(reason, Language.IT);
  }
}
