package dev.touchstone.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Runs the embedded PostgreSQL, unless {@code spring.datasource.url} names another server.
 *
 * <p>Either way the connection pool and the migrations are those of Spring Boot's
 * auto-configuration. The pool depends on the connection details and these on the server, so the
 * context closes the pool first and stops the server last.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseConfiguration.NoOutsideDatabase.class)
public class DatabaseConfiguration {

  /**
   * The running server.
   *
   * @param dataRoot the directory for everything the database keeps, relative to the working
   *     directory unless absolute
   */
  @Bean(destroyMethod = "close")
  EmbeddedPostgreSql embeddedPostgreSql(
      @Value("${touchstone.data:touchstone-data}") String dataRoot) {
    return EmbeddedPostgreSql.start(Path.of(dataRoot));
  }

  /** Points Spring Boot's pool to the running server. */
  @Bean
  JdbcConnectionDetails embeddedPostgreSqlConnectionDetails(EmbeddedPostgreSql server) {
    return new JdbcConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return server.jdbcUrl();
      }

      @Override
      public String getUsername() {
        return server.username();
      }

      @Override
      public String getPassword() {
        return server.password();
      }
    };
  }

  /** Holds while {@code spring.datasource.url} is absent or blank, wherever it could be set. */
  static final class NoOutsideDatabase extends SpringBootCondition {

    private static final String URL = "spring.datasource.url";

    @Override
    public ConditionOutcome getMatchOutcome(
        ConditionContext context, AnnotatedTypeMetadata metadata) {
      ConditionMessage.Builder message = ConditionMessage.forCondition("Outside database");
      return StringUtils.hasText(context.getEnvironment().getProperty(URL))
          ? ConditionOutcome.noMatch(message.found(URL).atAll())
          : ConditionOutcome.match(message.didNotFind(URL).atAll());
    }
  }
}
