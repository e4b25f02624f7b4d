package dev.touchstone.persistence.reference;

import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.application.intake.EvidenceKind.REFERENCES;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static dev.touchstone.persistence.intake.IntakeFixture.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.reference.DueMail;
import dev.touchstone.application.reference.LinkKind;
import dev.touchstone.application.reference.MailState;
import dev.touchstone.application.reference.MailedLink;
import dev.touchstone.application.reference.ReferenceStoreContract;
import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.application.reference.port.out.ReferenceRequests;
import dev.touchstone.application.reference.port.out.RequestingPartners;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.LinkHash;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.intake.IntakeFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcReferenceStoreIT extends ReferenceStoreContract {

  private DataSource dataSource;
  private TransactionTemplate transaction;

  @BeforeEach
  void empty() {
    dataSource = MigratedDatabase.empty();
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  @Override
  protected ReferenceRequests requests() {
    return new JdbcReferenceRequests(dataSource);
  }

  @Override
  protected CustomerLinks links() {
    return new JdbcCustomerLinks(dataSource);
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }

  @Test
  void passesOverIdsThatFilesHaveBrought() {
    String drawn = requests().nextId().value();
    int number = drawn.lastIndexOf('-') + 1;
    long next = Long.parseLong(drawn.substring(number)) + 1;
    IntakeFixture intake = new IntakeFixture(dataSource);
    NightId night = intake.night("2010-11-15");
    intake.take(night, PARTNERS, at(2, partner("P-1")));
    intake.take(
        night, REFERENCES, at(2, reference(drawn.substring(0, number) + next, "P-1", "CRM", null)));

    assertThat(requests().nextId().value()).isEqualTo(drawn.substring(0, number) + (next + 1));
  }

  @Test
  void drawsIdsThatNoSeriesOfFilesRunsInto() {
    assertThat(requests().nextId().value()).matches("R-[0-9a-f]{8}-\\d+");
  }

  @Test
  void knowsWhichMailDomainsAreThoseOfOthers() {
    RequestingPartners partners = new JdbcRequestingPartners(dataSource);
    JdbcClient client = JdbcClient.create(dataSource);
    for (String contact : List.of("a@PEC.acme.it", "b@acme-soci.it", "c@notacme.com")) {
      client
          .sql(
              """
              INSERT INTO partner (partner_id, name, contact_email, registered_on, legacy_level,
                business_date, file_id, recorded_at)
              VALUES ('P-' || left(:contact, 1), 'A', :contact, '2010-01-15', 'NONE', '2010-11-15',
                0, now())
              """)
          .param("contact", contact)
          .update();
    }

    assertThat(partners.isContactDomainOfOthers("acme.it", PARTNER)).isTrue();
    assertThat(partners.isContactDomainOfOthers("acme.it", new PartnerId("P-a"))).isFalse();
    assertThat(partners.isContactDomainOfOthers("soci.it", PARTNER)).isFalse();
    assertThat(partners.isContactDomainOfOthers("acme.com", PARTNER)).isFalse();
  }

  @Test
  void passesOverMailsThatAnotherServerIsTakingOver() throws Exception {
    ReferenceRequest request = aRequest(requests().nextId());
    LinkHash hash = LinkHash.of("token");
    inTransaction(
        () -> {
          requests().add(request);
          links().add(new MailedLink(hash, LinkKind.SIGNING, request.id(), 1, ASKED_AT), ASKED_AT);
          return hash;
        });
    ExecutorService otherServer = Executors.newSingleThreadExecutor();
    try {
      inTransaction(
          () -> {
            assertThat(links().findAndLockDue(ASKED_AT)).isPresent();
            try {
              assertThat(otherServer.submit(this::findDueInTransaction).get()).isEmpty();
            } catch (InterruptedException | ExecutionException e) {
              throw new IllegalStateException(e);
            }
            return hash;
          });
      assertThat(otherServer.submit(this::findDueInTransaction).get()).isPresent();
    } finally {
      otherServer.shutdownNow();
    }
  }

  private Optional<DueMail> findDueInTransaction() {
    return inTransaction(() -> links().findAndLockDue(ASKED_AT));
  }

  @Test
  void leavesAsideARequestThatReachedNobody() {
    ReferenceRequest request = aRequest(requests().nextId());
    LinkHash first = LinkHash.of("first");
    LinkHash second = LinkHash.of("second");
    IntakeFixture intake = new IntakeFixture(dataSource);
    NightId night = intake.night("2010-11-15");
    intake.take(night, PARTNERS, at(2, partner("P-1")));
    intake.take(night, REFERENCES, at(2, reference(request.id().value(), "P-1", "CRM", null)));
    inTransaction(
        () -> {
          requests().add(request);
          links().add(new MailedLink(first, LinkKind.SIGNING, request.id(), 1, ASKED_AT), ASKED_AT);
          return first;
        });
    assertThat(isAsked(request)).isTrue();
    settle(first, MailState.FAILED, ASKED_AT);
    assertThat(isAsked(request)).isTrue();
    settle(first, MailState.GIVEN_UP, null);
    assertThat(isAsked(request)).isFalse();

    inTransaction(
        () -> {
          links()
              .add(new MailedLink(second, LinkKind.SIGNING, request.id(), 1, ASKED_AT), ASKED_AT);
          links().settleMail(second, MailState.SENT, ASKED_AT, null, null);
          return second;
        });
    assertThat(isAsked(request)).isTrue();
  }

  private void settle(LinkHash hash, MailState state, @Nullable Instant againAt) {
    inTransaction(
        () -> {
          links().settleMail(hash, state, ASKED_AT, "The mail server is away.", againAt);
          return hash;
        });
  }

  private boolean isAsked(ReferenceRequest request) {
    return requests()
        .listAsked(PARTNER, new SpecializationCode("CRM"), LocalDate.of(2000, 1, 1))
        .stream()
        .anyMatch(asked -> asked.reference().equals(request.id()));
  }

  @Test
  void knowsWhomAFileSaysWasAsked() {
    IntakeFixture intake = new IntakeFixture(dataSource);
    NightId night = intake.night("2010-11-15");
    intake.take(night, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    intake.take(
        night,
        REFERENCES,
        at(2, reference("F-1", "P-1", "CRM", null)),
        at(3, reference("F-2", "P-1", "ERP", null)),
        at(4, reference("F-3", "P-2", "CRM", null)));

    LocalDate requestedOn = LocalDate.of(2010, 3, 1);
    assertThat(
            requests().listAsked(PARTNER, new SpecializationCode("CRM"), requestedOn.minusDays(1)))
        .extracting(asked -> asked.reference() + " " + asked.customer().value())
        .containsExactly("F-1 Società Anonima");
    assertThat(requests().listAsked(PARTNER, new SpecializationCode("CRM"), requestedOn)).isEmpty();
  }
}
