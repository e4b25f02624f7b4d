package dev.touchstone.application.reference.service;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.audit.AuditEntry;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.reference.ReferenceLetter;
import dev.touchstone.application.reference.ReferenceUse;
import dev.touchstone.application.reference.ReferencesInMemory;
import dev.touchstone.application.reference.RequestingPartner;
import dev.touchstone.application.reference.TwoLabels;
import dev.touchstone.application.reference.port.in.DeclineReferenceUseCase.DeclineReferenceCommand;
import dev.touchstone.application.reference.port.in.DeclineReferenceUseCase.DeclineReferenceResult;
import dev.touchstone.application.reference.port.in.OpenReceiptUseCase.ReferenceReceipt;
import dev.touchstone.application.reference.port.in.OpenSigningLinkUseCase.SigningLink;
import dev.touchstone.application.reference.port.in.RequestReferenceUseCase.RequestReferenceCommand;
import dev.touchstone.application.reference.port.in.RequestReferenceUseCase.RequestReferenceResult;
import dev.touchstone.application.reference.port.in.ResendDueMailUseCase;
import dev.touchstone.application.reference.port.in.ResendReferenceUseCase.ResendReferenceCommand;
import dev.touchstone.application.reference.port.in.ResendReferenceUseCase.ResendReferenceResult;
import dev.touchstone.application.reference.port.in.SignReferenceUseCase.SignReferenceCommand;
import dev.touchstone.application.reference.port.in.SignReferenceUseCase.SignReferenceResult;
import dev.touchstone.application.reference.port.in.WithdrawReferenceUseCase.WithdrawReferenceCommand;
import dev.touchstone.application.reference.port.in.WithdrawReferenceUseCase.WithdrawReferenceResult;
import dev.touchstone.application.reference.port.out.ReferenceMails.MailOutcome;
import dev.touchstone.application.reference.port.out.RequestingPartners;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.LinkToken;
import dev.touchstone.domain.reference.MailTerms;
import dev.touchstone.domain.reference.PartnerAddresses;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.ReferenceTerms;
import dev.touchstone.domain.text.EmailAddress;
import dev.touchstone.domain.text.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The room over ports in memory. Partner P-1 requests CRM and ERP; its website is officina.it, its
 * contact posta@pec.officina-soci.it. Mails are sent when {@link #sendMails} is called.
 */
final class ReferenceRoom {

  static final PartnerId PARTNER = new PartnerId("P-1");
  static final Actor ACTOR = new Actor("officina", "PARTNER", "192.0.2.1");
  static final ReferenceTerms TERMS =
      new ReferenceTerms(Duration.ofDays(30), Duration.ofDays(7), Period.ofYears(1), 3);

  static final MailTerms MAIL_TERMS =
      new MailTerms(Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofMinutes(15), 3);

  final ReferencesInMemory references = new ReferencesInMemory();
  final List<AuditEntry> entries = new ArrayList<>();
  final List<ReferenceLetter> letters = new ArrayList<>();
  final List<String> contactDomainsOfOthers = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private int tokens;

  Instant now = Instant.parse("2010-11-15T10:00:00Z");
  boolean takesPart = true;
  MailOutcome outcome = new MailOutcome.Sent();
  PartnerAddresses addresses =
      new PartnerAddresses(
          List.of("https://www.officina.it"),
          List.of("posta@pec.officina-soci.it"),
          List.of("anna.privata@posta.example"));

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  private final UnitOfWork unitOfWork =
      new UnitOfWork() {
        @Override
        public <T> T run(Supplier<T> work) {
          T result = work.get();
          List<Runnable> actions = List.copyOf(afterCommit);
          afterCommit.clear();
          actions.forEach(Runnable::run);
          return result;
        }

        @Override
        public void afterCommit(Runnable action) {
          afterCommit.add(action);
        }
      };

  private final AuditLog auditLog =
      new AuditLog() {
        @Override
        public long append(Actor actor, String action, String subject, String detail) {
          long id = entries.size() + 1L;
          entries.add(new AuditEntry(id, now, actor, action, subject, detail));
          return id;
        }

        @Override
        public List<AuditEntry> list(@Nullable Long before, int limit) {
          return List.copyOf(entries);
        }
      };

  private final RequestingPartners partners =
      new RequestingPartners() {
        @Override
        public Optional<RequestingPartner> find(PartnerId partner, LocalDate day) {
          return partner.equals(PARTNER)
              ? Optional.of(
                  new RequestingPartner(
                      PARTNER,
                      "Officina Software",
                      takesPart,
                      Set.of(new SpecializationCode("CRM"), new SpecializationCode("ERP")),
                      addresses))
              : Optional.empty();
        }

        @Override
        public boolean isKnown(PartnerId partner) {
          return partner.equals(PARTNER);
        }

        @Override
        public String getName(PartnerId partner) {
          return "Officina Software";
        }

        @Override
        public boolean isContactDomainOfOthers(String domain, PartnerId partner) {
          return contactDomainsOfOthers.contains(domain);
        }
      };

  private final Wording wording = new Wording(CatalogFixtures::small, partners);
  private final RequestRules rules =
      new RequestRules(CatalogFixtures::small, partners, new TwoLabels(), references, TERMS);
  private final MailLimit limit = new MailLimit(references, TERMS);
  private final RequestJournal journal =
      new RequestJournal(unitOfWork, () -> now, auditLog, references);
  private final CustomerPost post =
      new CustomerPost(
          () -> new LinkToken("token-" + ++tokens),
          references,
          wording,
          (reference, letter) -> {
            letters.add(letter.get());
            return outcome;
          },
          unitOfWork,
          waiting::add,
          MAIL_TERMS,
          clock);

  /** A request in CRM from Rossi, to mario@rossi.it. */
  static RequestReferenceCommand aRequest() {
    return aRequest("CRM", "Rossi", "mario@rossi.it");
  }

  static RequestReferenceCommand aRequest(String specialization, String customer, String email) {
    return new RequestReferenceCommand(
        ACTOR,
        PARTNER,
        new SpecializationCode(specialization),
        new CustomerName(customer),
        null,
        "Mario Rossi",
        new EmailAddress(email),
        Language.IT);
  }

  RequestReferenceResult request(RequestReferenceCommand command) {
    return new RequestReferenceService(
            rules, limit, partners, references, journal, post, TERMS, clock)
        .request(command);
  }

  /** Asks and has the mail sent. */
  ReferenceRequest requested(RequestReferenceCommand command) {
    RequestReferenceResult.Requested result = (RequestReferenceResult.Requested) request(command);
    sendMails();
    return result.request();
  }

  String reasonAgainst(RequestReferenceCommand command) {
    return ((RequestReferenceResult.Refused) request(command)).reason();
  }

  ResendReferenceResult resend(ReferenceId reference) {
    return resend(reference, references.requests.get(reference).version());
  }

  ResendReferenceResult resend(ReferenceId reference, long version) {
    return new ResendReferenceService(
            references, references, rules, limit, unitOfWork, auditLog, post, TERMS, clock)
        .resend(new ResendReferenceCommand(ACTOR, PARTNER, reference, version));
  }

  /** Tries due mails again, as the timer would. */
  int resendDue() {
    ResendDueMailUseCase resendDue = new ResendDueMailService(references, unitOfWork, post, clock);
    int sent = 0;
    while (resendDue.resendNext()) {
      sent++;
    }
    return sent;
  }

  /** The server stops: what waits is gone. */
  void stop() {
    waiting.clear();
  }

  /** Sends what waits, as the executor would. */
  void sendMails() {
    List<Runnable> mails = List.copyOf(waiting);
    waiting.clear();
    mails.forEach(Runnable::run);
  }

  /** The token that the latest letter carries. */
  LinkToken lastToken() {
    return letters.get(letters.size() - 1).token();
  }

  SigningLink open(LinkToken token) {
    return new OpenSigningLinkService(references, wording, clock).open(token.hash(), null);
  }

  SignReferenceResult sign(LinkToken token) {
    SigningLink link = open(token);
    String sha256 =
        link instanceof SigningLink.Open shown ? shown.statement().sha256() : "none was shown";
    return sign(token, sha256);
  }

  SignReferenceResult sign(LinkToken token, String sha256) {
    return new SignReferenceService(references, references, wording, journal, post, clock)
        .sign(
            new SignReferenceCommand(
                token.hash(), "198.51.100.7", "Mario Rossi", Language.IT, sha256));
  }

  DeclineReferenceResult decline(LinkToken token) {
    return new DeclineReferenceService(references, references, journal, clock)
        .decline(new DeclineReferenceCommand(token.hash(), "198.51.100.7"));
  }

  Optional<ReferenceReceipt> receipt(LinkToken token) {
    return new OpenReceiptService(
            references,
            (partner, reference) ->
                Optional.of(new ReferenceUse(LocalDate.of(2010, 11, 14), List.of("GOLD"), "GOLD")),
            wording)
        .open(token.hash());
  }

  WithdrawReferenceResult withdraw(LinkToken token) {
    return new WithdrawReferenceService(references, references, journal, clock)
        .withdraw(new WithdrawReferenceCommand(token.hash(), "198.51.100.7"));
  }
}
