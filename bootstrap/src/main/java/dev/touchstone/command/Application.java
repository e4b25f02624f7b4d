package dev.touchstone.command;

import dev.touchstone.TouchstoneApplication;
import dev.touchstone.TouchstoneServer;
import dev.touchstone.batch.step.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application for a command, with the Spring properties of the command line. */
final class Application {

  private static final String DATA = "--touchstone.data=";

  private final List<String> properties;

  /**
   * @param properties as {@code --name=value}
   */
  Application(List<String> properties) {
    this.properties = List.copyOf(properties);
  }

  /**
   * Starts it. The caller closes the context, and with it an embedded database.
   *
   * @param program where the catalog comes from
   * @param progress who is told how a night goes on
   */
  ConfigurableApplicationContext start(ProgramFiles program, Progress progress) {
    return run(
        new SpringApplicationBuilder(TouchstoneApplication.class)
            .web(WebApplicationType.NONE)
            // Nobody can ask a command how it is.
            .properties(
                "management.endpoints.access.default=none",
                "management.health.defaults.enabled=false",
                "management.defaults.metrics.export.enabled=false"),
        program.asProperties(),
        progress);
  }

  /**
   * Starts it with all that is reached over HTTP.
   *
   * @param program where the catalog comes from
   * @param ofCommand more properties, as {@code --name=value}
   */
  ConfigurableApplicationContext serve(ProgramFiles program, List<String> ofCommand) {
    List<String> all = new ArrayList<>(program.asProperties());
    all.addAll(ofCommand);
    return run(
        new SpringApplicationBuilder(TouchstoneApplication.class, TouchstoneServer.class)
            .web(WebApplicationType.SERVLET),
        all,
        NoProgress.INSTANCE);
  }

  private ConfigurableApplicationContext run(
      SpringApplicationBuilder builder, List<String> ofCommand, Progress progress) {
    createDataFolder();
    List<String> arguments = new ArrayList<>(ofCommand);
    arguments.addAll(properties);
    return builder
        .initializers(context -> context.getBeanFactory().registerSingleton("progress", progress))
        .run(arguments.toArray(String[]::new));
  }

  /** It takes the log as well, and the log must be there before anything can be said in it. */
  private void createDataFolder() {
    Path data =
        Path.of(
            properties.stream()
                .filter(property -> property.startsWith(DATA))
                .map(property -> property.substring(DATA.length()))
                .findFirst()
                .orElseGet(
                    () -> System.getenv().getOrDefault("TOUCHSTONE_DATA", "touchstone-data")));
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw CommandFailure.notDone(
          "The data folder " + data + " cannot be created; name another one by " + DATA + "DIR.");
    }
    if (!Files.isWritable(data)) {
      throw CommandFailure.notDone(
          "The data folder " + data + " cannot be written; name another one by " + DATA + "DIR.");
    }
  }

  /** Starts it for a command that reads what the nights have left. */
  ConfigurableApplicationContext start() {
    return start(new ProgramFiles(), NoProgress.INSTANCE);
  }
}
