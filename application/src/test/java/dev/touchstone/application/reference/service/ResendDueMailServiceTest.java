package dev.touchstone.application.reference.service;

import static dev.touchstone.application.reference.service.ReferenceRoom.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.reference.MailState;
import dev.touchstone.application.reference.Mailing;
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

class ResendDueMailServiceTest {

  private static final ReferenceId FIRST = new ReferenceId("R-1");
  private static final MailOutcome FAILED = new MailOutcome.Failed("The mail server is away.");

  private final ReferenceRoom room = new ReferenceRoom();

  @Test
  void triesAFailedMailAgainWithAFreshLink() {
    room.outcome = FAILED;
    room.requested(aRequest());
    LinkToken first = room.lastToken();
    assertThat(mail().nextAttemptAt()).isEqualTo(room.now.plus(Duration.ofMinutes(5)));
    assertThat(room.resendDue()).isZero();

    after(Duration.ofMinutes(5));
    room.outcome = new MailOutcome.Sent();
    assertThat(room.resendDue()).isEqualTo(1);
    assertThat(mail())
        .extracting(Mailing::state, Mailing::attempt, Mailing::nextAttemptAt)
        .containsExactly(MailState.SENT, 2, null);
    assertThat(room.lastToken()).isNotEqualTo(first);
    assertThat(room.open(room.lastToken())).isInstanceOf(SigningLink.Open.class);
    assertThat(room.open(first))
        .isEqualTo(new SigningLink.Closed(ClosedReason.REPLACED, Language.IT));
    assertThat(room.resendDue()).isZero();
  }

  @Test
  void keepsTheEarlierLinkUntilALaterOneIsSent() {
    room.outcome = FAILED;
    room.requested(aRequest());
    LinkToken arrivedAllTheSame = room.lastToken();
    after(Duration.ofMinutes(5));
    room.resendDue();

    assertThat(room.letters).hasSize(2);
    assertThat(room.open(arrivedAllTheSame)).isInstanceOf(SigningLink.Open.class);
  }

  @Test
  void takesOverWhatWasLeftBehind() {
    room.request(aRequest());
    room.stop();
    after(Duration.ofMinutes(10).minusMillis(1));
    assertThat(room.resendDue()).isZero();

    after(Duration.ofMillis(1));
    assertThat(room.resendDue()).isEqualTo(1);
    assertThat(mail().state()).isEqualTo(MailState.SENT);
  }

  @Test
  void doesNotSendWhatWasTakenOver() {
    room.request(aRequest());
    after(Duration.ofMinutes(10));
    room.resendDue();

    room.sendMails();
    assertThat(room.letters).hasSize(1);
  }

  @Test
  void sendsReceiptsAgainAndKeepsEarlierOnesGood() {
    room.requested(aRequest());
    room.outcome = FAILED;
    room.sign(room.lastToken());
    room.sendMails();
    LinkToken first = room.lastToken();
    after(Duration.ofMinutes(5));
    room.outcome = new MailOutcome.Sent();

    assertThat(room.resendDue()).isEqualTo(1);
    assertThat(room.letters).last().isInstanceOf(ReferenceLetter.Receipt.class);
    assertThat(room.receipt(room.lastToken())).isPresent();
    assertThat(room.receipt(first)).isPresent();
  }

  @Test
  void givesUpAfterTheLastAttemptAndLeavesItToThePartner() {
    room.outcome = FAILED;
    room.requested(aRequest());
    for (int i = 0; i < 5; i++) {
      after(Duration.ofMinutes(15));
      room.resendDue();
    }

    assertThat(room.letters).hasSize(3);
    assertThat(mail())
        .extracting(Mailing::state, Mailing::attempt, Mailing::failure, Mailing::nextAttemptAt)
        .containsExactly(MailState.GIVEN_UP, 3, "The mail server is away.", null);
    assertThat(room.resend(FIRST)).isInstanceOf(ResendReferenceResult.Resent.class);
    assertThat(mail().attempt()).isEqualTo(1);
  }

  @Test
  void givesUpAtOnceWhatWasRefusedForGood() {
    room.outcome = new MailOutcome.Refused("The mail server refuses the address.");
    room.requested(aRequest());
    after(Duration.ofMinutes(15));

    assertThat(room.resendDue()).isZero();
    assertThat(mail())
        .extracting(Mailing::state, Mailing::attempt, Mailing::failure, Mailing::nextAttemptAt)
        .containsExactly(MailState.GIVEN_UP, 1, "The mail server refuses the address.", null);
  }

  @Test
  void doesNotCountItsAttemptsAmongTheMailsOfADay() {
    room.outcome = FAILED;
    room.requested(aRequest());
    for (int i = 0; i < 5; i++) {
      after(Duration.ofMinutes(15));
      room.resendDue();
    }
    room.outcome = new MailOutcome.Sent();

    room.requested(aRequest("CRM", "Bianchi", "mario@bianchi.it"));
    room.requested(aRequest("CRM", "Verdi", "mario@verdi.it"));
  }

  @Test
  void sendsNoLinkToWhoHasAnswered() {
    room.outcome = FAILED;
    room.requested(aRequest());
    room.decline(room.lastToken());
    after(Duration.ofMinutes(5));

    room.resendDue();
    assertThat(room.letters).hasSize(1);
    assertThat(mail().state()).isEqualTo(MailState.GIVEN_UP);
  }

  @Test
  void sendsNoLinkThatHasExpired() {
    room.request(aRequest());
    room.stop();
    after(Duration.ofDays(30));

    room.resendDue();
    assertThat(room.letters).isEmpty();
    assertThat(mail().failure()).contains("has expired");
  }

  @Test
  void leavesTheVersionForThePartnersOwnChanges() {
    room.outcome = FAILED;
    room.requested(aRequest());
    after(Duration.ofMinutes(5));
    room.resendDue();

    assertThat(room.resend(FIRST, 1)).isInstanceOf(ResendReferenceResult.Resent.class);
  }

  private Mailing mail() {
    return room.references.findLatestMail(FIRST).orElseThrow();
  }

  private void after(Duration time) {
    room.now = room.now.plus(time);
  }
}
