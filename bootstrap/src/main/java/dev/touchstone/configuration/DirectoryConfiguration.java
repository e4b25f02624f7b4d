package dev.touchstone.configuration;

import dev.touchstone.application.directory.port.out.Listings;
import dev.touchstone.persistence.directory.JdbcListings;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the directory shows. */
@Configuration(proxyBeanMethods = false)
public class DirectoryConfiguration {

  @Bean
  Listings listings(DataSource dataSource) {
    return new JdbcListings(dataSource);
  }
}
