package dev.touchstone.command;

import dev.touchstone.application.account.port.in.OpenFirstAccountUseCase;
import dev.touchstone.batch.directory.FeedPublisher;
import dev.touchstone.batch.night.BackgroundNightRunner;
import dev.touchstone.batch.night.ScheduledNights;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: the web application and the nightly schedule. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description =
        "Serves the API, its documentation (/docs) and the pages for customers, and runs the night "
            + "every day (touchstone.night.at), until it is stopped. "
            + "The first start opens an account for the program manager and prints its password, "
            + "which serves once.")
final class ServeCommand implements Callable<Integer> {

  private final Application application;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final ProgramFiles program = new ProgramFiles();

  @Option(
      names = "--inbox",
      paramLabel = "DIR",
      description = "The inbox of the nights that run by schedule or are started over the API.")
  private @Nullable Path inbox;

  @Option(
      names = "--feed",
      paramLabel = "DIR",
      description = "The folder that those nights publish the directory feed to.")
  private @Nullable Path feed;

  @Option(names = "--port", paramLabel = "PORT", description = "The port. Default: 8080.")
  private @Nullable Integer port;

  ServeCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    try (ConfigurableApplicationContext context = application.serve(program, checkedProperties())) {
      PrintWriter out = Console.of(spec);
      BackgroundNightRunner nights = context.getBean(BackgroundNightRunner.class);
      context.addApplicationListener(
          (ApplicationListener<ContextClosedEvent>)
              closed -> {
                // The one behind the management port tells of its own end as well.
                if (closed.getApplicationContext() != context) {
                  return;
                }
                out.println(
                    nights.isUnderWay()
                        ? "Touchstone is stopping, and the night under way with it: restart that to finish it."
                        : "Touchstone is stopping.");
                stopped.countDown();
              });
      context.registerShutdownHook();
      // Where another issuer gives the tokens, an account here would open nothing.
      if (context.getBeanProvider(RegisteredClientRepository.class).getIfAvailable() != null) {
        context
            .getBean(OpenFirstAccountUseCase.class)
            .open(OperatingSystemUser.actor())
            .ifPresent(password -> tellFirstAccount(out, password));
      }
      out.println(context.getBean(ScheduledNights.class).describe());
      out.println(
          "Touchstone serves at "
              + context.getEnvironment().getRequiredProperty("touchstone.public-url")
              + " (documentation: /docs). To stop it: Ctrl-C.");
      stopped.await();
    }
    return 0;
  }

  private static void tellFirstAccount(PrintWriter out, String password) {
    out.println(
        "The first account is "
            + OpenFirstAccountUseCase.NAME
            + ", its password "
            + password
            + " serves once: sign in and choose another (PUT /api/v1/account/password).");
  }

  private List<String> checkedProperties() throws IOException {
    List<String> properties = new ArrayList<>();
    if (port != null) {
      properties.add("--server.port=" + port);
    }
    if (inbox != null) {
      if (!Files.isDirectory(inbox)) {
        throw CommandFailure.wrongUsage(
            "There is no inbox folder " + inbox + ". Create it, or give another one.");
      }
      properties.add("--touchstone.inbox=" + inbox);
    }
    if (feed != null) {
      FeedPublisher.checkWritable(feed);
      properties.add("--touchstone.feed=" + feed);
    }
    return properties;
  }
}
