package dev.touchstone.configuration;

import dev.touchstone.application.audit.EvidenceChanges;
import dev.touchstone.application.certification.port.in.ReportDepartureUseCase;
import dev.touchstone.application.certification.port.in.TakeBackDepartureUseCase;
import dev.touchstone.application.certification.port.out.People;
import dev.touchstone.application.certification.service.ReportDepartureService;
import dev.touchstone.application.certification.service.TakeBackDepartureService;
import dev.touchstone.application.partner.port.out.Partners;
import dev.touchstone.persistence.certification.JdbcPeople;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** People, as partners read and report them. */
@Configuration(proxyBeanMethods = false)
public class CertificationConfiguration {

  @Bean
  People people(DataSource dataSource) {
    return new JdbcPeople(dataSource);
  }

  @Bean
  ReportDepartureUseCase reportDeparture(
      Partners partners, People people, EvidenceChanges changes) {
    return new ReportDepartureService(partners, people, changes);
  }

  @Bean
  TakeBackDepartureUseCase takeBackDeparture(
      Partners partners, People people, EvidenceChanges changes) {
    return new TakeBackDepartureService(partners, people, changes);
  }
}
