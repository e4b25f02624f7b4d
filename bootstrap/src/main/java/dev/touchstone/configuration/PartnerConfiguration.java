package dev.touchstone.configuration;

import dev.touchstone.application.audit.EvidenceChanges;
import dev.touchstone.application.partner.port.in.AddEnrollmentUseCase;
import dev.touchstone.application.partner.port.in.ChangeProfileUseCase;
import dev.touchstone.application.partner.port.in.ChangeStatusUseCase;
import dev.touchstone.application.partner.port.in.EndEnrollmentUseCase;
import dev.touchstone.application.partner.port.in.RegisterPartnerUseCase;
import dev.touchstone.application.partner.port.out.Enrollments;
import dev.touchstone.application.partner.port.out.Partners;
import dev.touchstone.application.partner.service.AddEnrollmentService;
import dev.touchstone.application.partner.service.ChangeProfileService;
import dev.touchstone.application.partner.service.ChangeStatusService;
import dev.touchstone.application.partner.service.EndEnrollmentService;
import dev.touchstone.application.partner.service.RegisterPartnerService;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.persistence.partner.JdbcEnrollments;
import dev.touchstone.persistence.partner.JdbcPartners;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Partners and enrollments, as people read and change them. */
@Configuration(proxyBeanMethods = false)
public class PartnerConfiguration {

  @Bean
  Partners partners(DataSource dataSource) {
    return new JdbcPartners(dataSource);
  }

  @Bean
  Enrollments enrollments(DataSource dataSource) {
    return new JdbcEnrollments(dataSource);
  }

  @Bean
  RegisterPartnerUseCase registerPartner(Partners partners, EvidenceChanges changes) {
    return new RegisterPartnerService(partners, changes);
  }

  @Bean
  ChangeProfileUseCase changeProfile(Partners partners, EvidenceChanges changes) {
    return new ChangeProfileService(partners, changes);
  }

  @Bean
  ChangeStatusUseCase changeStatus(Partners partners, EvidenceChanges changes) {
    return new ChangeStatusService(partners, changes);
  }

  @Bean
  AddEnrollmentUseCase addEnrollment(
      Catalogs catalogs, Partners partners, Enrollments enrollments, EvidenceChanges changes) {
    return new AddEnrollmentService(catalogs, partners, enrollments, changes);
  }

  @Bean
  EndEnrollmentUseCase endEnrollment(
      Partners partners, Enrollments enrollments, EvidenceChanges changes) {
    return new EndEnrollmentService(partners, enrollments, changes);
  }
}
