package dev.touchstone.configuration;

import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.persistence.catalog.YamlCatalogs;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalog: the one of {@code touchstone.catalog}, else the default one. */
@Configuration(proxyBeanMethods = false)
public class CatalogConfiguration {

  @Bean
  Catalogs catalogs(@Value("${touchstone.catalog:}") String file) {
    return file.isBlank() ? YamlCatalogs.ofDefault() : YamlCatalogs.of(Path.of(file));
  }
}
