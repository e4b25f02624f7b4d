package dev.touchstone.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.persistence.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseConfigurationIT {

  @TempDir Path dataRoot;

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withUserConfiguration(DatabaseConfiguration.class)
          .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class));

  @Test
  void poolsConnectionsToTheEmbeddedServerAndClosesThePoolFirst() throws IOException {
    Platform.requirePostgreSql();

    application
        .withPropertyValues("touchstone.data=" + dataRoot)
        .run(
            context -> {
              assertThat(context).hasSingleBean(EmbeddedPostgreSql.class);
              assertThat(context).getBean(DataSource.class).isInstanceOf(HikariDataSource.class);
              assertThat(query(context.getBean(DataSource.class), "SELECT current_database()"))
                  .isEqualTo("touchstone");
            });

    assertThat(dataRoot.resolve("postgresql")).isDirectoryNotContaining("glob:**postmaster.pid");
    assertThat(Files.readString(dataRoot.resolve("postgresql.log"), StandardCharsets.ISO_8859_1))
        .contains("database system is shut down")
        .doesNotContain("terminating connection due to administrator command");
  }

  @Test
  void usesTheOutsideServerThatThePropertiesName() {
    try (TestDatabase database = TestDatabase.create()) {
      application
          .withPropertyValues(
              "touchstone.data=" + dataRoot,
              "spring.datasource.url=" + database.jdbcUrl(),
              "spring.datasource.username=" + database.username(),
              "spring.datasource.password=" + database.password())
          .run(
              context -> {
                assertThat(context).doesNotHaveBean(EmbeddedPostgreSql.class);
                assertThat(query(context.getBean(DataSource.class), "SELECT current_database()"))
                    .startsWith("touchstone_test_");
              });
    }
    assertThat(dataRoot).isEmptyDirectory();
  }

  @Test
  void startsTheEmbeddedServerWhenTheAddressIsBlank() {
    Platform.requirePostgreSql();

    application
        .withPropertyValues("touchstone.data=" + dataRoot, "spring.datasource.url=")
        .run(context -> assertThat(context).hasSingleBean(EmbeddedPostgreSql.class));
  }

  @Test
  void failsWithOneSentenceWhenThereIsNoDatabase() throws IOException {
    Path file = Files.createFile(dataRoot.resolve("file"));

    application
        .withPropertyValues("touchstone.data=" + file)
        .run(
            context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining(file.toString()));
  }

  private static String query(DataSource dataSource, String sql) {
    return JdbcClient.create(dataSource).sql(sql).query(String.class).single();
  }
}
