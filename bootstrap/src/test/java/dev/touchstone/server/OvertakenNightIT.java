package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.batch.directory.PublishFeedStepConfiguration;
import dev.touchstone.batch.night.BackgroundNightRunner;
import dev.touchstone.command.TouchstoneCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * A server that lost the night lock between two steps of its night and does not know of it: others
 * have finished the night and run the next one, and it changes nothing any more.
 */
class OvertakenNightIT {

  private static final CountDownLatch ASLEEP = new CountDownLatch(1);
  private static final CountDownLatch AWAKE = new CountDownLatch(1);

  /** Nights fall asleep before their publication. */
  @Configuration(proxyBeanMethods = false)
  static class Sleepy {

    @Bean
    static BeanPostProcessor sleepyJobRepository() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof JobRepository repository ? sleepy(repository) : bean;
        }
      };
    }

    private static Object sleepy(JobRepository repository) {
      return Proxy.newProxyInstance(
          JobRepository.class.getClassLoader(),
          new Class<?>[] {JobRepository.class},
          (proxy, method, arguments) -> {
            if (method.getName().equals("createStepExecution")
                && arguments[0].equals(PublishFeedStepConfiguration.PUBLISH)) {
              ASLEEP.countDown();
              AWAKE.await(2, TimeUnit.MINUTES);
            }
            try {
              return method.invoke(repository, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          });
    }
  }

  @Test
  void changesNothingAnyMore() throws Exception {
    try (ServerFixture server = ServerFixture.start(List.of(Sleepy.class))) {
      ProgramNights nights = new ProgramNights(server);
      nights.copySamples();
      server.program().post("/api/v1/nights", "{\"businessDate\":\"2010-11-15\"}");
      assertThat(ASLEEP.await(1, TimeUnit.MINUTES)).isTrue();

      cutTheLock(server);
      assertThat(nightly(server, "2010-11-15")).contains("Night of 2010-11-15 complete");
      assertThat(nightly(server, "2010-11-16")).contains("Night of 2010-11-16 complete");
      String published = Files.readString(manifest(server));
      String ledger = ledger(server);
      AWAKE.countDown();
      awaitEndOfNight(server);

      assertThat(Files.readString(manifest(server))).isEqualTo(published);
      assertThat(ledger(server)).isEqualTo(ledger);
      assertThat(server.sql().sql("SELECT outcome FROM night").query(String.class).list())
          .containsOnlyNulls();
    }
  }

  private static void awaitEndOfNight(ServerFixture server) {
    for (int i = 0; i < 1_200 && server.bean(BackgroundNightRunner.class).isUnderWay(); i++) {
      Uploads.pause();
    }
    assertThat(server.bean(BackgroundNightRunner.class).isUnderWay()).isFalse();
  }

  private static Path manifest(ServerFixture server) {
    return server.folder().resolve("feed/manifest.json");
  }

  private static void cutTheLock(ServerFixture server) {
    server
        .sql()
        .sql(
            """
            SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_locks
            WHERE locktype = 'advisory' AND objid = 20101030
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """)
        .query(Long.class)
        .single();
  }

  private static String ledger(ServerFixture server) {
    return server
        .sql()
        .sql(
            """
            SELECT string_agg(concat_ws(' ', job_execution_id, step_name, s.status, j.status), ', '
                              ORDER BY step_execution_id)
            FROM batch_step_execution s JOIN batch_job_execution j USING (job_execution_id)
            """)
        .query(String.class)
        .single();
  }

  private static String nightly(ServerFixture server, String date) {
    Environment environment = server.bean(Environment.class);
    StringWriter output = new StringWriter();
    PrintWriter console = new PrintWriter(output, true);
    TouchstoneCommand.run(
        new String[] {
          "nightly",
          "--inbox=" + server.folder().resolve("inbox"),
          "--feed=" + server.folder().resolve("feed"),
          "--date=" + date,
          "--spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
          "--spring.datasource.username=" + environment.getProperty("spring.datasource.username"),
          "--spring.datasource.password=" + environment.getProperty("spring.datasource.password"),
          "--touchstone.data=" + server.folder().resolve("other")
        },
        console,
        console);
    return output.toString();
  }
}
