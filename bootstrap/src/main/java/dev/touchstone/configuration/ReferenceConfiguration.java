package dev.touchstone.configuration;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.reference.port.in.DeclineReferenceUseCase;
import dev.touchstone.application.reference.port.in.OpenReceiptUseCase;
import dev.touchstone.application.reference.port.in.OpenSigningLinkUseCase;
import dev.touchstone.application.reference.port.in.RequestReferenceUseCase;
import dev.touchstone.application.reference.port.in.ResendReferenceUseCase;
import dev.touchstone.application.reference.port.in.SignReferenceUseCase;
import dev.touchstone.application.reference.port.in.WithdrawReferenceUseCase;
import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.application.reference.port.out.PartnerReferences;
import dev.touchstone.application.reference.port.out.ReferenceMails;
import dev.touchstone.application.reference.port.out.ReferenceRequests;
import dev.touchstone.application.reference.port.out.ReferenceUses;
import dev.touchstone.application.reference.port.out.RequestingPartners;
import dev.touchstone.application.reference.service.CustomerPost;
import dev.touchstone.application.reference.service.DeclineReferenceService;
import dev.touchstone.application.reference.service.MailLimit;
import dev.touchstone.application.reference.service.OpenReceiptService;
import dev.touchstone.application.reference.service.OpenSigningLinkService;
import dev.touchstone.application.reference.service.RequestJournal;
import dev.touchstone.application.reference.service.RequestReferenceService;
import dev.touchstone.application.reference.service.RequestRules;
import dev.touchstone.application.reference.service.ResendDueMailService;
import dev.touchstone.application.reference.service.ResendReferenceService;
import dev.touchstone.application.reference.service.SignReferenceService;
import dev.touchstone.application.reference.service.WithdrawReferenceService;
import dev.touchstone.application.reference.service.Wording;
import dev.touchstone.application.standing.port.out.Decisions;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.reference.MailTerms;
import dev.touchstone.domain.reference.ReferenceTerms;
import dev.touchstone.domain.text.EmailAddress;
import dev.touchstone.persistence.reference.JdbcCustomerLinks;
import dev.touchstone.persistence.reference.JdbcPartnerReferences;
import dev.touchstone.persistence.reference.JdbcReferenceEvidence;
import dev.touchstone.persistence.reference.JdbcReferenceRequests;
import dev.touchstone.persistence.reference.JdbcRequestingPartners;
import dev.touchstone.persistence.standing.JdbcReferenceUses;
import dev.touchstone.web.reference.FolderReferenceMails;
import dev.touchstone.web.reference.LetterMessages;
import dev.touchstone.web.reference.LetterWriter;
import dev.touchstone.web.reference.PublicSuffixDomains;
import dev.touchstone.web.reference.RandomLinkTokens;
import dev.touchstone.web.reference.SmtpReferenceMails;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Asking customers for references, and the mails that do. */
@Configuration(proxyBeanMethods = false)
public class ReferenceConfiguration {

  private static final int MAIL_THREADS = 2;
  private static final int MAILS_WAITING = 1_000;
  private static final int SECONDS_AT_SHUTDOWN = 20;

  @Bean
  ReferenceTerms referenceTerms(
      @Value("${touchstone.reference.link-valid-for}") Duration linkValidFor,
      @Value("${touchstone.reference.resend-after}") Duration resendAfter,
      @Value("${touchstone.reference.ask-again-after}") Period askAgainAfter,
      @Value("${touchstone.reference.mails-per-day}") int mailsPerDay) {
    return new ReferenceTerms(linkValidFor, resendAfter, askAgainAfter, mailsPerDay);
  }

  @Bean
  MailTerms mailTerms(
      @Value("${touchstone.mail.sending-takes}") Duration sendingTakes,
      @Value("${touchstone.mail.first-wait}") Duration firstWait,
      @Value("${touchstone.mail.longest-wait}") Duration longestWait,
      @Value("${touchstone.mail.attempts}") int attempts) {
    return new MailTerms(sendingTakes, firstWait, longestWait, attempts);
  }

  @Bean
  ReferenceRequests referenceRequests(DataSource dataSource) {
    return new JdbcReferenceRequests(dataSource);
  }

  @Bean
  CustomerLinks customerLinks(DataSource dataSource) {
    return new JdbcCustomerLinks(dataSource);
  }

  @Bean
  RequestingPartners requestingPartners(DataSource dataSource) {
    return new JdbcRequestingPartners(dataSource);
  }

  @Bean
  PartnerReferences partnerReferences(DataSource dataSource) {
    return new JdbcPartnerReferences(dataSource);
  }

  @Bean
  ReferenceUses referenceUses(DataSource dataSource, Decisions decisions) {
    return new JdbcReferenceUses(dataSource, decisions);
  }

  @Bean
  RequestJournal requestJournal(
      UnitOfWork unitOfWork,
      EvidenceClock evidenceClock,
      AuditLog auditLog,
      DataSource dataSource) {
    return new RequestJournal(
        unitOfWork, evidenceClock, auditLog, new JdbcReferenceEvidence(dataSource));
  }

  @Bean
  Wording wording(Catalogs catalogs, RequestingPartners partners) {
    return new Wording(catalogs, partners);
  }

  @Bean
  MailLimit mailLimit(CustomerLinks links, ReferenceTerms terms) {
    return new MailLimit(links, terms);
  }

  @Bean
  LetterMessages letterMessages(
      MessageSource messages,
      @Value("${touchstone.public-url}") URI publicUrl,
      @Value("${touchstone.mail.from}") String from) {
    return new LetterMessages(new LetterWriter(messages, publicUrl), new EmailAddress(from));
  }

  /** By the mail server of {@code spring.mail.host}, else to the folder. */
  @Bean
  ReferenceMails referenceMails(
      ObjectProvider<JavaMailSender> mailServer,
      LetterMessages messages,
      @Value("${touchstone.mail.folder}") Path folder,
      Clock clock) {
    JavaMailSender sender = mailServer.getIfAvailable();
    return sender == null
        ? new FolderReferenceMails(folder, messages, clock)
        : new SmtpReferenceMails(sender, messages);
  }

  /** Not for anybody who asks for just any executor. */
  @Bean(defaultCandidate = false)
  ThreadPoolTaskExecutor mailExecutor() {
    ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    executor.setCorePoolSize(MAIL_THREADS);
    executor.setMaxPoolSize(MAIL_THREADS);
    executor.setQueueCapacity(MAILS_WAITING);
    executor.setThreadNamePrefix("mail-");
    executor.setWaitForTasksToCompleteOnShutdown(true);
    executor.setAwaitTerminationSeconds(SECONDS_AT_SHUTDOWN);
    return executor;
  }

  @Bean
  CustomerPost customerPost(
      CustomerLinks links,
      Wording wording,
      ReferenceMails mails,
      UnitOfWork unitOfWork,
      @Qualifier("mailExecutor") ThreadPoolTaskExecutor executor,
      MailTerms terms,
      Clock clock) {
    return new CustomerPost(
        new RandomLinkTokens(), links, wording, mails, unitOfWork, executor, terms, clock);
  }

  @Bean
  MailTimer mailTimer(
      CustomerLinks links,
      UnitOfWork unitOfWork,
      CustomerPost post,
      @Value("${touchstone.mail.resend-every}") Duration interval,
      Clock clock) {
    return new MailTimer(new ResendDueMailService(links, unitOfWork, post, clock), interval);
  }

  @Bean
  RequestRules requestRules(
      Catalogs catalogs,
      RequestingPartners partners,
      ReferenceRequests requests,
      ReferenceTerms terms) {
    return new RequestRules(catalogs, partners, new PublicSuffixDomains(), requests, terms);
  }

  @Bean
  RequestReferenceUseCase requestReference(
      RequestRules rules,
      RequestingPartners partners,
      ReferenceRequests requests,
      MailLimit limit,
      RequestJournal journal,
      CustomerPost post,
      ReferenceTerms terms,
      Clock clock) {
    return new RequestReferenceService(
        rules, limit, partners, requests, journal, post, terms, clock);
  }

  @Bean
  ResendReferenceUseCase resendReference(
      ReferenceRequests requests,
      CustomerLinks links,
      RequestRules rules,
      MailLimit limit,
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      CustomerPost post,
      ReferenceTerms terms,
      Clock clock) {
    return new ResendReferenceService(
        requests, links, rules, limit, unitOfWork, auditLog, post, terms, clock);
  }

  @Bean
  OpenSigningLinkUseCase openSigningLink(CustomerLinks links, Wording wording, Clock clock) {
    return new OpenSigningLinkService(links, wording, clock);
  }

  @Bean
  SignReferenceUseCase signReference(
      CustomerLinks links,
      ReferenceRequests requests,
      Wording wording,
      RequestJournal journal,
      CustomerPost post,
      Clock clock) {
    return new SignReferenceService(links, requests, wording, journal, post, clock);
  }

  @Bean
  DeclineReferenceUseCase declineReference(
      CustomerLinks links, ReferenceRequests requests, RequestJournal journal, Clock clock) {
    return new DeclineReferenceService(links, requests, journal, clock);
  }

  @Bean
  OpenReceiptUseCase openReceipt(CustomerLinks links, ReferenceUses uses, Wording wording) {
    return new OpenReceiptService(links, uses, wording);
  }

  @Bean
  WithdrawReferenceUseCase withdrawReference(
      CustomerLinks links, ReferenceRequests requests, RequestJournal journal, Clock clock) {
    return new WithdrawReferenceService(links, requests, journal, clock);
  }
}
