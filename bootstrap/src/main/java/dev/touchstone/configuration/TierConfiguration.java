package dev.touchstone.configuration;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.tier.port.in.ListPoliciesUseCase;
import dev.touchstone.application.tier.port.in.RegisterPolicyUseCase;
import dev.touchstone.application.tier.port.in.RetirePolicyUseCase;
import dev.touchstone.application.tier.port.in.ShowPolicyUseCase;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.application.tier.port.out.PolicyFiles;
import dev.touchstone.application.tier.port.out.PolicyRegistry;
import dev.touchstone.application.tier.service.ListPoliciesService;
import dev.touchstone.application.tier.service.RegisterPolicyService;
import dev.touchstone.application.tier.service.RetirePolicyService;
import dev.touchstone.application.tier.service.ShowPolicyService;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.persistence.tier.JdbcDossiers;
import dev.touchstone.persistence.tier.JdbcPolicyRegistry;
import dev.touchstone.persistence.tier.JdbcTierPolicies;
import dev.touchstone.persistence.tier.YamlPolicyFiles;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The policies: their files, their registry and which is in force; and the dossiers. */
@Configuration(proxyBeanMethods = false)
public class TierConfiguration {

  @Bean
  PolicyFiles policyFiles() {
    return new YamlPolicyFiles();
  }

  @Bean
  PolicyRegistry policyRegistry(
      DataSource dataSource, PlatformTransactionManager transactionManager) {
    return new JdbcPolicyRegistry(dataSource, transactionManager);
  }

  @Bean
  TierPolicies tierPolicies(DataSource dataSource, PolicyFiles policyFiles) {
    return new JdbcTierPolicies(dataSource, policyFiles);
  }

  @Bean
  RegisterPolicyUseCase registerPolicy(PolicyRegistry registry, AuditLog auditLog, Clock clock) {
    return new RegisterPolicyService(registry, auditLog, clock);
  }

  @Bean
  RetirePolicyUseCase retirePolicy(PolicyRegistry registry, AuditLog auditLog, Clock clock) {
    return new RetirePolicyService(registry, auditLog, clock);
  }

  @Bean
  ListPoliciesUseCase listPolicies(PolicyRegistry registry, PolicyFiles policyFiles) {
    return new ListPoliciesService(registry, policyFiles);
  }

  @Bean
  ShowPolicyUseCase showPolicy(PolicyRegistry registry, PolicyFiles policyFiles) {
    return new ShowPolicyService(registry, policyFiles);
  }

  @Bean
  Dossiers dossiers(DataSource dataSource) {
    return new JdbcDossiers(dataSource);
  }
}
