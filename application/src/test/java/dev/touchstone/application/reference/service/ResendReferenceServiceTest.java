package dev.touchstone.application.reference.service;

import static dev.touchstone.application.reference.service.ReferenceRoom.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.reference.MailState;
import dev.touchstone.application.reference.ReferenceLetter;
import dev.touchstone.application.reference.port.in.OpenSigningLinkUseCase.ClosedReason;
import dev.touchstone.application.reference.port.in.OpenSigningLinkUseCase.SigningLink;
import dev.touchstone.application.reference.port.in.ResendReferenceUseCase.ResendReferenceResult;
import dev.touchstone.application.reference.port.out.ReferenceMails.MailOutcome;
import dev.touchstone.domain.reference.LinkToken;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.text.Language;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResendReferenceServiceTest {

  private static final ReferenceId FIRST = new ReferenceId("R-1");

  private final ReferenceRoom room = new ReferenceRoom();

  @Test
  void waitsSevenDaysAfterASending() {
    room.requested(aRequest());

    room.now = room.now.plus(Duration.ofDays(7)).minusMillis(1);
    assertThat(room.resend(FIRST)).isInstanceOf(ResendReferenceResult.Refused.class);
    room.now = room.now.plusMillis(1);
    assertThat(room.resend(FIRST)).isInstanceOf(ResendReferenceResult.Resent.class);
  }

  @Test
  void makesTheEarlierLinkVoid() {
    room.requested(aRequest());
    LinkToken earlier = room.lastToken();
    room.now = room.now.plus(Duration.ofDays(8));
    room.resend(FIRST);
    room.sendMails();

    assertThat(room.lastToken()).isNotEqualTo(earlier);
    assertThat(room.open(earlier))
        .isEqualTo(new SigningLink.Closed(ClosedReason.REPLACED, Language.IT));
    assertThat(((SigningLink.Open) room.open(room.lastToken())).expiresAt())
        .isEqualTo(room.now.plus(Duration.ofDays(30)));
  }

  @Test
  void givesAnExpiredRequestAnotherLink() {
    room.requested(aRequest());
    room.now = room.now.plus(Duration.ofDays(60));

    assertThat(room.resend(FIRST)).isInstanceOf(ResendReferenceResult.Resent.class);
    room.sendMails();
    assertThat(room.open(room.lastToken())).isInstanceOf(SigningLink.Open.class);
  }

  @Test
  void sendsAtOnceWhatCouldNotBeSent() {
    room.outcome = new MailOutcome.Failed("The mail server cannot be reached.");
    room.requested(aRequest());
    assertThat(room.references.findLatestMail(FIRST).orElseThrow().state())
        .isEqualTo(MailState.FAILED);

    room.outcome = new MailOutcome.Sent();
    assertThat(room.resend(FIRST)).isInstanceOf(ResendReferenceResult.Resent.class);
    room.sendMails();
    assertThat(room.references.findLatestMail(FIRST).orElseThrow().state())
        .isEqualTo(MailState.SENT);
  }

  @Test
  void sendsNoSecondMailBesideOneThatIsOnItsWay() {
    room.request(aRequest());

    assertThat(room.resend(FIRST))
        .isInstanceOfSatisfying(
            ResendReferenceResult.Refused.class,
            refusal -> assertThat(refusal.reason()).contains("is on its way"));
    room.sendMails();
    assertThat(room.letters).hasSize(1);
  }

  @Test
  void countsWhatIsSentAgainAmongTheMailsOfADay() {
    room.outcome = new MailOutcome.Failed("The mail server cannot be reached.");
    room.requested(aRequest());
    for (int i = 0; i < 2; i++) {
      room.resend(FIRST);
      room.sendMails();
    }

    assertThat(room.resend(FIRST)).isInstanceOf(ResendReferenceResult.TooMany.class);
  }

  @Test
  void sendsTheReceiptOfWhatIsSigned() {
    room.requested(aRequest());
    room.outcome = new MailOutcome.Failed("The mail server cannot be reached.");
    room.sign(room.lastToken());
    room.sendMails();
    LinkToken lost = room.lastToken();

    room.outcome = new MailOutcome.Sent();
    assertThat(room.resend(FIRST)).isInstanceOf(ResendReferenceResult.Resent.class);
    room.sendMails();
    assertThat(room.letters).last().isInstanceOf(ReferenceLetter.Receipt.class);
    assertThat(room.receipt(lost)).isPresent();
    assertThat(room.resend(FIRST)).isInstanceOf(ResendReferenceResult.Refused.class);
  }

  @Test
  void sendsNothingToWhoDeclined() {
    room.requested(aRequest());
    room.decline(room.lastToken());
    room.now = room.now.plus(Duration.ofDays(8));

    assertThat(room.resend(FIRST))
        .isEqualTo(
            new ResendReferenceResult.Refused(
                "Reference R-1 is declined; there is nothing to send any more."));
  }

  @Test
  void refusesALostUpdate() {
    room.requested(aRequest());
    room.now = room.now.plus(Duration.ofDays(8));

    assertThat(room.resend(FIRST, 2)).isEqualTo(new ResendReferenceResult.Stale());
    assertThat(room.resend(new ReferenceId("R-1"), 1))
        .isInstanceOf(ResendReferenceResult.Resent.class);
  }
}
