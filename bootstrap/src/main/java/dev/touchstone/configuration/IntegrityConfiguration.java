package dev.touchstone.configuration;

import dev.touchstone.application.integrity.port.in.CheckIntegrityUseCase;
import dev.touchstone.application.integrity.port.out.IntegrityEvidence;
import dev.touchstone.application.integrity.port.out.IntegrityFindings;
import dev.touchstone.application.integrity.service.CheckIntegrityService;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.persistence.integrity.JdbcIntegrityEvidence;
import dev.touchstone.persistence.integrity.JdbcIntegrityFindings;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a person should look at. */
@Configuration(proxyBeanMethods = false)
public class IntegrityConfiguration {

  @Bean
  IntegrityEvidence integrityEvidence(DataSource dataSource) {
    return new JdbcIntegrityEvidence(dataSource);
  }

  @Bean
  IntegrityFindings integrityFindings(DataSource dataSource) {
    return new JdbcIntegrityFindings(dataSource);
  }

  @Bean
  CheckIntegrityUseCase checkIntegrity(
      TierPolicies policies, IntegrityEvidence evidence, IntegrityFindings findings) {
    return new CheckIntegrityService(policies, evidence, findings);
  }
}
