package dev.touchstone.application.reference.service;

import static dev.touchstone.application.reference.service.ReferenceRoom.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.reference.AskedReference;
import dev.touchstone.application.reference.ReferenceLetter;
import dev.touchstone.application.reference.ReferencesInMemory;
import dev.touchstone.application.reference.port.in.RequestReferenceUseCase.RequestReferenceResult;
import dev.touchstone.application.reference.port.in.ResendReferenceUseCase.ResendReferenceResult;
import dev.touchstone.application.reference.port.out.ReferenceMails.MailOutcome;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.reference.PartnerAddresses;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReferenceServiceTest {

  private final ReferenceRoom room = new ReferenceRoom();

  @Test
  void asksACustomer() {
    ReferenceRequest request = room.requested(aRequest());

    assertThat(request.requestedOn()).isEqualTo("2010-11-15");
    assertThat(request.state())
        .isEqualTo(new RequestState.Open(room.now.plus(Duration.ofDays(30))));
    assertThat(room.references.versions)
        .containsExactly(new ReferencesInMemory.Version(request, 1, LocalDate.of(2010, 11, 15)));
    assertThat(room.entries)
        .extracting(entry -> entry.action() + " " + entry.subject() + " " + entry.actor().name())
        .containsExactly("REQUEST_REFERENCE reference/R-1 officina");
    assertThat(room.letters)
        .singleElement()
        .isInstanceOfSatisfying(
            ReferenceLetter.Invitation.class,
            letter -> assertThat(letter.to().value()).isEqualTo("mario@rossi.it"));
  }

  @Test
  void takesTheDayInRome() {
    room.now = Instant.parse("2010-11-15T23:30:00Z");

    assertThat(room.requested(aRequest()).requestedOn()).isEqualTo("2010-11-16");
  }

  @Test
  void sendsNothingBeforeTheRequestLasts() {
    room.request(aRequest());

    assertThat(room.letters).isEmpty();
  }

  @Test
  void writesNoTokenIntoTheLog() {
    room.requested(aRequest());

    assertThat(room.entries.toString()).doesNotContain(room.lastToken().value());
    assertThat(room.letters.toString()).doesNotContain(room.lastToken().value());
  }

  @Test
  void refusesWhatTheCatalogLacks() {
    assertThat(room.reasonAgainst(aRequest("crm", "Rossi", "mario@rossi.it")))
        .isEqualTo("The catalog has no specialization crm; codes are exact in case.");
  }

  @Test
  void refusesWhatThePartnerDoesNotRequest() {
    assertThat(room.reasonAgainst(aRequest("SUPPORT", "Rossi", "mario@rossi.it")))
        .contains("does not request SUPPORT today");
  }

  @Test
  void refusesAPartnerThatTakesNoPart() {
    room.takesPart = false;

    assertThat(room.reasonAgainst(aRequest())).contains("does not take part");
  }

  @ParameterizedTest
  @CsvSource({
    "rossi, altro@altrove.it",
    "' ROSSI ', altro@altrove.it",
    "RÒSSI, altro@altrove.it",
    "Rossi & Figli, MARIO@rossi.it",
    "Rossi & Figli, mario+crm@rossi.it",
  })
  void asksACustomerOnceAYear(String customer, String email) {
    room.requested(aRequest());
    room.now = Instant.parse("2011-11-14T10:00:00Z");

    assertThat(room.reasonAgainst(aRequest("CRM", customer, email)))
        .contains("was asked about CRM on 2010-11-15 already (reference R-1)")
        .contains("from 2011-11-15 on");

    room.now = Instant.parse("2011-11-15T10:00:00Z");
    assertThat(room.request(aRequest("CRM", customer, email)))
        .isInstanceOf(RequestReferenceResult.Requested.class);
  }

  @Test
  void asksOtherCustomersAndAboutOtherSpecializations() {
    room.requested(aRequest());

    room.requested(aRequest("ERP", "Rossi", "mario@rossi.it"));
    room.requested(aRequest("CRM", "Bianchi", "mario@bianchi.it"));
  }

  @Test
  void doesNotAskAgainWhoDeclined() {
    room.requested(aRequest());
    room.decline(room.lastToken());

    assertThat(room.reasonAgainst(aRequest())).contains("already");
  }

  @Test
  void letsAnAddressBeCorrectedThatTheMailServerRefuses() {
    room.outcome = new MailOutcome.Refused("The mail server refuses the address.");
    ReferenceRequest mistyped = room.requested(aRequest("CRM", "Rossi", "mario@rosi.it"));
    room.outcome = new MailOutcome.Sent();

    room.requested(aRequest("CRM", "Rossi", "mario@rossi.it"));
    assertThat(room.reasonAgainst(aRequest("CRM", "Rossi", "mario@rossi.it"))).contains("already");
    assertThat(room.resend(mistyped.id()))
        .isInstanceOfSatisfying(
            ResendReferenceResult.Refused.class,
            refused -> assertThat(refused.reason()).contains("Rossi was asked about CRM"));
  }

  @Test
  void doesNotAskBesideAMailThatIsStillTried() {
    room.outcome = new MailOutcome.Failed("The mail server is away.");
    room.requested(aRequest());

    assertThat(room.reasonAgainst(aRequest())).contains("already");
  }

  @Test
  void countsWhoDeclinedByAMailThatWasNeverKnownToBeSent() {
    room.outcome = new MailOutcome.Refused("The mail server refuses the mail.");
    room.requested(aRequest());
    room.decline(room.lastToken());

    assertThat(room.reasonAgainst(aRequest())).contains("already");
  }

  @Test
  void doesNotAskAgainWhoWasAskedAsAFileSays() {
    room.references.bringByFile(
        new AskedReference(
            new ReferenceId("F-9"), new CustomerName("ROSSI"), null, LocalDate.of(2010, 1, 2)));

    assertThat(room.reasonAgainst(aRequest())).contains("reference F-9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mario@officina.it",
        "mario@OFFICINA.IT",
        "mario@crm.officina.it",
        "mario@officina-soci.it",
        "anna.privata+rossi@posta.example",
        "Anna.Privata@posta.example"
      })
  void neverLetsAPartnerSign(String email) {
    assertThat(room.reasonAgainst(aRequest("CRM", "Rossi", email)))
        .contains("only the customer may sign");
  }

  @Test
  void takesAMailDomainOfManyPartnersForNobodysOwn() {
    room.contactDomainsOfOthers.add("officina-soci.it");

    room.requested(aRequest("CRM", "Rossi", "mario@officina-soci.it"));
    assertThat(room.reasonAgainst(aRequest("ERP", "Rossi", "POSTA+x@pec.officina-soci.it")))
        .contains("an address of the partner's own");
  }

  @Test
  void keepsTheDomainOfAWebsiteWhoeverWritesFromIt() {
    room.contactDomainsOfOthers.add("officina.it");

    assertThat(room.reasonAgainst(aRequest("CRM", "Rossi", "mario@officina.it")))
        .contains("own domain officina.it");
  }

  @Test
  void takesAMailboxAtAProviderForItsOwnersAlone() {
    room.addresses = new PartnerAddresses(List.of(), List.of("officina@posta.example"), List.of());

    room.requested(aRequest("CRM", "Rossi", "rossi@posta.example"));
    assertThat(room.reasonAgainst(aRequest("ERP", "Rossi", "officina+rossi@posta.example")))
        .contains("an address of the partner's own");
  }

  @Test
  void stopsAPartnerThatAsksTooMuchInADay() {
    for (String customer : new String[] {"A", "B", "C"}) {
      room.requested(aRequest("CRM", customer, customer + "@example.com"));
    }

    assertThat(room.request(aRequest()))
        .isInstanceOfSatisfying(
            RequestReferenceResult.TooMany.class,
            refusal -> assertThat(refusal.reason()).contains("3 mails"));
    room.now = Instant.parse("2010-11-15T23:00:00Z");
    room.requested(aRequest());
  }

  @Test
  void takesNoNameOfSeveralLines() {
    assertThatThrownBy(() -> aRequest("CRM", "Rossi\r\nBcc: all@example.com", "mario@rossi.it"))
        .hasMessageContaining("line break");
  }
}
