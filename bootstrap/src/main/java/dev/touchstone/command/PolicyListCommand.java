package dev.touchstone.command;

import dev.touchstone.application.tier.ListedPolicy;
import dev.touchstone.application.tier.PolicyState;
import dev.touchstone.application.tier.port.in.ListPoliciesUseCase;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code policy list}: one line a version. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the versions of the policy in the order in which they take effect.")
final class PolicyListCommand implements Callable<Integer> {

  private static final String NONE = "-";

  private final Application application;

  @Spec private @Nullable CommandSpec spec;

  PolicyListCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    try (ConfigurableApplicationContext context = application.start()) {
      List<ListedPolicy> policies = context.getBean(ListPoliciesUseCase.class).listPolicies();
      int widest = policies.stream().mapToInt(p -> p.version().policy().length()).max().orElse(0);
      String format = "%-" + Math.max(widest, "policy".length()) + "s  %7s  %-14s  %-10s  %-8s  %s";
      PrintWriter out = Console.of(spec);
      out.println(
          row(format, "policy", "version", "effective from", "until", "state", "registered at"));
      for (ListedPolicy policy : policies) {
        out.println(
            row(
                format,
                policy.version().policy(),
                policy.version().version(),
                policy.effectiveFrom(),
                Objects.toString(policy.until(), NONE),
                textOf(policy.state()),
                textOf(policy.registeredAt())));
      }
    }
    return 0;
  }

  private static String textOf(PolicyState state) {
    return switch (state) {
      case PAST -> "past";
      case IN_FORCE -> "in force";
      case TO_COME -> "to come";
      case RETIRED -> "retired";
    };
  }

  private static String textOf(@Nullable Instant registeredAt) {
    return registeredAt == null
        ? NONE + " (shipped with the product, registered with the first night)"
        : registeredAt.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String row(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
