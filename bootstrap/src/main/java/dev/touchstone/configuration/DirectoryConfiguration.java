package dev.touchstone.configuration;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.directory.port.in.ChangeOfferUseCase;
import dev.touchstone.application.directory.port.in.CreateOfferUseCase;
import dev.touchstone.application.directory.port.in.WithdrawOfferUseCase;
import dev.touchstone.application.directory.port.out.Listings;
import dev.touchstone.application.directory.port.out.Offers;
import dev.touchstone.application.directory.port.out.Publications;
import dev.touchstone.application.directory.service.ChangeOfferService;
import dev.touchstone.application.directory.service.CreateOfferService;
import dev.touchstone.application.directory.service.OfferRules;
import dev.touchstone.application.directory.service.WithdrawOfferService;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.persistence.directory.JdbcListings;
import dev.touchstone.persistence.directory.JdbcOffers;
import dev.touchstone.persistence.directory.JdbcPublications;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What partners offer, and what the directory shows. */
@Configuration(proxyBeanMethods = false)
public class DirectoryConfiguration {

  @Bean
  Listings listings(DataSource dataSource) {
    return new JdbcListings(dataSource);
  }

  @Bean
  Publications publications(DataSource dataSource) {
    return new JdbcPublications(dataSource);
  }

  @Bean
  Offers offers(DataSource dataSource) {
    return new JdbcOffers(dataSource);
  }

  @Bean
  OfferRules offerRules(Catalogs catalogs, Dossiers dossiers) {
    return new OfferRules(catalogs, dossiers);
  }

  @Bean
  CreateOfferUseCase createOffer(
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      EvidenceClock evidenceClock,
      Offers offers,
      OfferRules offerRules) {
    return new CreateOfferService(unitOfWork, auditLog, evidenceClock, offers, offerRules);
  }

  @Bean
  ChangeOfferUseCase changeOffer(
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      EvidenceClock evidenceClock,
      Offers offers,
      OfferRules offerRules) {
    return new ChangeOfferService(unitOfWork, auditLog, evidenceClock, offers, offerRules);
  }

  @Bean
  WithdrawOfferUseCase withdrawOffer(
      UnitOfWork unitOfWork, AuditLog auditLog, EvidenceClock evidenceClock, Offers offers) {
    return new WithdrawOfferService(unitOfWork, auditLog, evidenceClock, offers);
  }
}
