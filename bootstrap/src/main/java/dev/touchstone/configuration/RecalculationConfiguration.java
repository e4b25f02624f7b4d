package dev.touchstone.configuration;

import dev.touchstone.application.night.port.in.PlanRecalculationUseCase;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.night.service.PlanRecalculationService;
import dev.touchstone.application.recalculation.port.out.Recalculations;
import dev.touchstone.application.recalculation.service.RulesFingerprints;
import dev.touchstone.application.standing.port.out.Waivers;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.persistence.recalculation.JdbcRecalculations;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Choosing the partners that a night decides. */
@Configuration(proxyBeanMethods = false)
public class RecalculationConfiguration {

  @Bean
  Recalculations recalculations(DataSource dataSource) {
    return new JdbcRecalculations(dataSource);
  }

  @Bean
  RulesFingerprints rulesFingerprints(Catalogs catalogs, TierPolicies policies) {
    return new RulesFingerprints(catalogs, policies);
  }

  @Bean
  PlanRecalculationUseCase planRecalculation(
      Nights nights,
      Waivers waivers,
      Recalculations recalculations,
      RulesFingerprints rulesFingerprints) {
    return new PlanRecalculationService(nights, waivers, recalculations, rulesFingerprints);
  }
}
