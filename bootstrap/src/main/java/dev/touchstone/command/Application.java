package dev.touchstone.command;

import dev.touchstone.TouchstoneApplication;
import dev.touchstone.batch.step.Progress;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application for a command, with the Spring properties of the command line. */
final class Application {

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
    SpringApplication application =
        new SpringApplicationBuilder(TouchstoneApplication.class)
            .web(WebApplicationType.NONE)
            .initializers(
                context -> context.getBeanFactory().registerSingleton("progress", progress))
            .build();
    List<String> arguments = new ArrayList<>(program.asProperties());
    arguments.addAll(properties);
    return application.run(arguments.toArray(String[]::new));
  }

  /** Starts it for a command that reads what the nights have left. */
  ConfigurableApplicationContext start() {
    return start(new ProgramFiles(), NoProgress.INSTANCE);
  }
}
