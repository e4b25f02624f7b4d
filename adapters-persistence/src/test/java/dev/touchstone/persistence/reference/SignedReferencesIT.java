package dev.touchstone.persistence.reference;

import static dev.touchstone.application.intake.EvidenceKind.ENROLLMENTS;
import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.application.intake.EvidenceKind.REFERENCES;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.competency;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static dev.touchstone.persistence.intake.IntakeFixture.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.reference.ListedReference;
import dev.touchstone.application.reference.MailState;
import dev.touchstone.application.reference.ReferenceLetter;
import dev.touchstone.application.reference.TwoLabels;
import dev.touchstone.application.reference.port.in.DeclineReferenceUseCase.DeclineReferenceCommand;
import dev.touchstone.application.reference.port.in.OpenSigningLinkUseCase.SigningLink;
import dev.touchstone.application.reference.port.in.RequestReferenceUseCase.RequestReferenceCommand;
import dev.touchstone.application.reference.port.in.RequestReferenceUseCase.RequestReferenceResult;
import dev.touchstone.application.reference.port.in.SignReferenceUseCase.SignReferenceCommand;
import dev.touchstone.application.reference.port.in.SignReferenceUseCase.SignReferenceResult;
import dev.touchstone.application.reference.port.in.WithdrawReferenceUseCase.WithdrawReferenceCommand;
import dev.touchstone.application.reference.port.out.ReferenceMails.MailOutcome;
import dev.touchstone.application.reference.service.CustomerPost;
import dev.touchstone.application.reference.service.DeclineReferenceService;
import dev.touchstone.application.reference.service.MailLimit;
import dev.touchstone.application.reference.service.OpenSigningLinkService;
import dev.touchstone.application.reference.service.RequestJournal;
import dev.touchstone.application.reference.service.RequestReferenceService;
import dev.touchstone.application.reference.service.RequestRules;
import dev.touchstone.application.reference.service.SignReferenceService;
import dev.touchstone.application.reference.service.WithdrawReferenceService;
import dev.touchstone.application.reference.service.Wording;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.LinkToken;
import dev.touchstone.domain.reference.MailTerms;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.reference.ReferenceStatus;
import dev.touchstone.domain.reference.ReferenceTerms;
import dev.touchstone.domain.text.EmailAddress;
import dev.touchstone.domain.text.Language;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.audit.JdbcAuditLog;
import dev.touchstone.persistence.audit.LockingEvidenceClock;
import dev.touchstone.persistence.audit.TransactionalUnitOfWork;
import dev.touchstone.persistence.intake.IntakeFixture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The use cases on a real database. */
class SignedReferencesIT {

  private static final PartnerId PARTNER = new PartnerId("P-1");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2010-11-20T10:00:00Z"), ZoneOffset.UTC);
  private static final ReferenceTerms TERMS =
      new ReferenceTerms(Duration.ofDays(30), Duration.ofDays(7), Period.ofYears(1), 50);

  private final List<ReferenceLetter> letters = new ArrayList<>();
  private JdbcClient client;
  private IntakeFixture intake;
  private NightId night;
  private RequestReferenceService requestReference;
  private OpenSigningLinkService openLink;
  private SignReferenceService sign;
  private DeclineReferenceService decline;
  private WithdrawReferenceService withdraw;
  private JdbcPartnerReferences listed;
  private int tokens;

  @BeforeEach
  void openTheProgram() {
    DataSource dataSource = MigratedDatabase.empty();
    client = JdbcClient.create(dataSource);
    intake = new IntakeFixture(dataSource);
    night = intake.night("2010-11-15");
    intake.take(night, PARTNERS, at(2, partner("P-1")));
    intake.take(night, ENROLLMENTS, at(2, competency("P-1", "CRM", "2010-01-01", null)));

    JdbcReferenceRequests requests = new JdbcReferenceRequests(dataSource);
    JdbcCustomerLinks links = new JdbcCustomerLinks(dataSource);
    JdbcRequestingPartners partners = new JdbcRequestingPartners(dataSource);
    TransactionalUnitOfWork unitOfWork =
        new TransactionalUnitOfWork(dataSource, new JdbcTransactionManager(dataSource));
    RequestJournal journal =
        new RequestJournal(
            unitOfWork,
            new LockingEvidenceClock(dataSource),
            new JdbcAuditLog(dataSource),
            new JdbcReferenceEvidence(dataSource));
    Wording wording = new Wording(CatalogFixtures::small, partners);
    CustomerPost post =
        new CustomerPost(
            () -> new LinkToken("a-token-of-256-bits-" + ++tokens),
            links,
            wording,
            (reference, letter) -> {
              letters.add(letter.get());
              return new MailOutcome.Sent();
            },
            unitOfWork,
            SignedReferencesIT::runApart,
            new MailTerms(Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofHours(1), 3),
            CLOCK);
    requestReference =
        new RequestReferenceService(
            new RequestRules(CatalogFixtures::small, partners, new TwoLabels(), requests, TERMS),
            new MailLimit(links, TERMS),
            partners,
            requests,
            journal,
            post,
            TERMS,
            CLOCK);
    openLink = new OpenSigningLinkService(links, wording, CLOCK);
    sign = new SignReferenceService(links, requests, wording, journal, post, CLOCK);
    decline = new DeclineReferenceService(links, requests, journal, CLOCK);
    withdraw = new WithdrawReferenceService(links, requests, journal, CLOCK);
    listed = new JdbcPartnerReferences(dataSource);
  }

  /** As the product does: never in the thread whose transaction is just ending. */
  private static void runApart(Runnable mail) {
    Thread thread = new Thread(mail);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void addsAVersionWithEveryChange() {
    ReferenceId id = request("Rossi");
    LinkToken receipt = ((SignReferenceResult.Signed) sign(lastToken())).receipt();
    withdraw.withdraw(new WithdrawReferenceCommand(receipt.hash(), "192.0.2.1"));

    assertThat(
            client
                .sql(
                    """
                    SELECT concat_ws(' ', a.action, r.business_date, r.requested_on,
                      coalesce(r.signed_on::text, '-'), coalesce(r.withdrawn_on::text, '-'),
                      r.file_id IS NULL, r.superseded_at IS NULL)
                    FROM reference r JOIN audit_entry a USING (audit_id)
                    WHERE r.reference_id = :id ORDER BY r.version_id
                    """)
                .param("id", id.value())
                .query(String.class)
                .list())
        .containsExactly(
            "REQUEST_REFERENCE 2010-11-20 2010-11-20 - - t f",
            "SIGN_REFERENCE 2010-11-20 2010-11-20 2010-11-20 - t f",
            "WITHDRAW_REFERENCE 2010-11-20 2010-11-20 2010-11-20 2010-11-20 t t");
    assertThat(
            client
                .sql(
                    """
                    SELECT count(*) FROM reference a JOIN reference b USING (reference_id)
                    WHERE a.superseded_at = b.recorded_at AND a.version_id < b.version_id
                    """)
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    assertThat(find(id).status()).isEqualTo(ReferenceStatus.WITHDRAWN);
  }

  @Test
  void declines() {
    ReferenceId id = request("Rossi");
    decline.decline(new DeclineReferenceCommand(lastToken().hash(), "192.0.2.1"));

    assertThat(find(id).status()).isEqualTo(ReferenceStatus.DECLINED);
    assertThat(find(id).declinedOn()).isEqualTo("2010-11-20");
  }

  @Test
  void signsOnceHoweverManyTryAtOnce() throws Exception {
    ReferenceId id = request("Rossi");
    LinkToken link = lastToken();
    int hands = 5;
    ExecutorService threads = Executors.newFixedThreadPool(hands);
    List<Callable<SignReferenceResult>> tries = new ArrayList<>();
    for (int i = 0; i < hands; i++) {
      tries.add(() -> sign(link));
    }
    List<SignReferenceResult> results = new ArrayList<>();
    for (Future<SignReferenceResult> result : threads.invokeAll(tries)) {
      results.add(result.get());
    }
    threads.shutdown();

    assertThat(results).filteredOn(SignReferenceResult.Signed.class::isInstance).hasSize(1);
    assertThat(count("SELECT count(*) FROM reference WHERE reference_id = '" + id + "'"))
        .isEqualTo(2);
    assertThat(count("SELECT count(*) FROM audit_entry WHERE action = 'SIGN_REFERENCE'"))
        .isEqualTo(1);
  }

  @Test
  void keepsTheWordsThatWereSigned() {
    request("Rossi");
    SigningLink.Open shown = (SigningLink.Open) openLink.open(lastToken().hash(), Language.EN);
    sign(lastToken());

    assertThat(
            client
                .sql(
                    """
                    SELECT concat_ws('|', statement, language, signatory,
                      sha256 = encode(sha256(convert_to(statement, 'UTF8')), 'hex'))
                    FROM reference_signature
                    """)
                .query(String.class)
                .single())
        .isEqualTo(shown.statement().text() + "|EN|Mario Rossi|t");
  }

  @Test
  void keepsNoTokenAnywhere() {
    request("Rossi");
    sign(lastToken());

    assertThat(letters).hasSize(2);
    List<String> tables =
        client
            .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            .query(String.class)
            .list();
    for (String table : tables) {
      String everything =
          client
              .sql("SELECT coalesce(string_agg(t::text, ' '), '') FROM \"%s\" t".formatted(table))
              .query(String.class)
              .single();
      for (ReferenceLetter letter : letters) {
        assertThat(everything).as(table).doesNotContain(letter.token().value());
      }
    }
    assertThat(count("SELECT count(*) FROM reference_link")).isEqualTo(2);
  }

  @Test
  void saysThatTheMailIsSent() {
    ReferenceId id = request("Rossi");

    ListedReference.ByMail request = find(id).request();
    assertThat(request).isNotNull();
    assertThat(request.mailing().state()).isEqualTo(MailState.SENT);
    assertThat(request.version()).isEqualTo(1);
  }

  @Test
  void listsReferencesByFileAndByMail() {
    intake.take(
        night,
        REFERENCES,
        at(2, reference("F-1", "P-1", "CRM", "2010-04-01")),
        at(3, reference("F-2", "P-1", "CRM", null)));
    ReferenceId id = request("Rossi");

    assertThat(listed.list(PARTNER, null, 10, CLOCK.instant()))
        .extracting(of -> of.id() + " " + of.status() + " " + (of.request() == null))
        .containsExactly("F-1 SIGNED true", "F-2 REQUESTED true", id + " REQUESTED false");
    assertThat(listed.list(PARTNER, new ReferenceId("F-1"), 1, CLOCK.instant()))
        .extracting(ListedReference::id)
        .containsExactly(new ReferenceId("F-2"));
    assertThat(find(id, Duration.ofDays(30)).status()).isEqualTo(ReferenceStatus.EXPIRED);
    assertThat(listed.find(new PartnerId("P-2"), id, CLOCK.instant())).isEmpty();
  }

  @Test
  void asksNobodyTwiceWhenTwoAskAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<RequestReferenceResult>> results =
        threads.invokeAll(List.of(() -> ask("Rossi"), () -> ask("ROSSI")));
    threads.shutdown();

    int asked = 0;
    for (Future<RequestReferenceResult> result : results) {
      asked += result.get() instanceof RequestReferenceResult.Requested ? 1 : 0;
    }
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void refusesWhatEndsToday() {
    intake.take(night, ENROLLMENTS, at(2, competency("P-1", "CRM", "2010-01-01", "2010-11-20")));

    assertThat(ask("Rossi")).isInstanceOf(RequestReferenceResult.Refused.class);
  }

  private ReferenceId request(String customer) {
    return ((RequestReferenceResult.Requested) ask(customer)).request().id();
  }

  private RequestReferenceResult ask(String customer) {
    return requestReference.request(
        new RequestReferenceCommand(
            new Actor("p1", "PARTNER", "192.0.2.1"),
            PARTNER,
            new SpecializationCode("CRM"),
            new CustomerName(customer),
            null,
            null,
            new EmailAddress("mario@rossi.example"),
            Language.IT));
  }

  private SignReferenceResult sign(LinkToken link) {
    SigningLink shown = openLink.open(link.hash(), Language.EN);
    String sha256 = shown instanceof SigningLink.Open open ? open.statement().sha256() : "none";
    return sign.sign(
        new SignReferenceCommand(link.hash(), "192.0.2.1", "Mario Rossi", Language.EN, sha256));
  }

  private LinkToken lastToken() {
    return letters.get(letters.size() - 1).token();
  }

  private ListedReference find(ReferenceId id) {
    return find(id, Duration.ZERO);
  }

  private ListedReference find(ReferenceId id, Duration later) {
    return listed.find(PARTNER, id, CLOCK.instant().plus(later)).orElseThrow();
  }

  private int count(String sql) {
    return client.sql(sql).query(Integer.class).single();
  }
}
