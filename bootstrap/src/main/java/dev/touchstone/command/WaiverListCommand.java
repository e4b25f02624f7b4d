package dev.touchstone.command;

import dev.touchstone.application.standing.port.out.Waivers;
import dev.touchstone.domain.standing.Waiver;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code waiver list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists all waivers, past and coming ones too.")
final class WaiverListCommand implements Callable<Integer> {

  private final Application application;

  @Spec private @Nullable CommandSpec spec;

  WaiverListCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    try (ConfigurableApplicationContext context = application.start()) {
      List<Waiver> waivers =
          context.getBean(Waivers.class).listKnownAt(context.getBean(Clock.class).instant());
      PrintWriter out = Console.of(spec);
      waivers.forEach(waiver -> out.println(WaiverText.lineFor(waiver)));
      if (waivers.isEmpty()) {
        out.println("No waiver was granted yet.");
      }
    }
    return 0;
  }
}
