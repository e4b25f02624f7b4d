package dev.touchstone.configuration;

import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.persistence.tier.JdbcDossiers;
import dev.touchstone.persistence.tier.YamlTierPolicies;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policy: the one of {@code touchstone.policy}, else the default one; and the dossiers. */
@Configuration(proxyBeanMethods = false)
public class TierConfiguration {

  @Bean
  TierPolicies tierPolicies(@Value("${touchstone.policy:}") String file) {
    return file.isBlank()
        ? YamlTierPolicies.ofDefault()
        : YamlTierPolicies.of(List.of(Path.of(file)));
  }

  @Bean
  Dossiers dossiers(DataSource dataSource) {
    return new JdbcDossiers(dataSource);
  }
}
