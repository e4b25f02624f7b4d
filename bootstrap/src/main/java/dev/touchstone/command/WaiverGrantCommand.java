package dev.touchstone.command;

import dev.touchstone.application.standing.port.in.GrantWaiverUseCase;
import dev.touchstone.application.standing.port.in.GrantWaiverUseCase.GrantWaiverCommand;
import dev.touchstone.application.standing.port.in.GrantWaiverUseCase.GrantWaiverResult;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code waiver grant}. */
@Command(
    name = "grant",
    mixinStandardHelpOptions = true,
    description =
        "Lets one criterion pass for one partner (--partner) or for all partners with some traits.")
final class WaiverGrantCommand implements Callable<Integer> {

  private final Application application;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--partner", paramLabel = "ID", description = "The partner.")
  private @Nullable String partner;

  @Option(
      names = "--registered-from",
      paramLabel = "yyyy-MM-dd",
      description = "Partners registered on this day or later.")
  private @Nullable LocalDate registeredFrom;

  @Option(
      names = "--registered-before",
      paramLabel = "yyyy-MM-dd",
      description = "Partners registered before this day.")
  private @Nullable LocalDate registeredBefore;

  @Option(names = "--province", description = "Partners of this province.")
  private @Nullable String province;

  @Option(
      names = "--legacy-level",
      description = "Partners of this level in the previous program: ${COMPLETION-CANDIDATES}.")
  private @Nullable LegacyLevel legacyLevel;

  @Option(
      names = "--criterion",
      required = true,
      paramLabel = "TIER.KIND",
      converter = CriterionConverter.class,
      description =
          "The criterion, as GOLD.survey; kinds are toolkits, certifiedPeople, team, references, "
              + "survey.")
  private TierCriterion criterion = new TierCriterion(new Tier(""), CriterionKind.SURVEY);

  @Option(names = "--author", required = true, description = "Who answers for it.")
  private String author = "";

  @Option(names = "--reason", required = true, description = "Why.")
  private String reason = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "yyyy-MM-dd",
      description = "The first day.")
  private LocalDate from = LocalDate.MIN;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "yyyy-MM-dd",
      description = "The first day on which it no longer holds.")
  private LocalDate to = LocalDate.MIN;

  WaiverGrantCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    GrantWaiverCommand command;
    try {
      command =
          new GrantWaiverCommand(
              target(), criterion, author, reason, from, to, OperatingSystemUser.actor());
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUsage(String.valueOf(e.getMessage()));
    }
    try (ConfigurableApplicationContext context = application.start()) {
      GrantWaiverResult result = context.getBean(GrantWaiverUseCase.class).grant(command);
      if (result instanceof GrantWaiverResult.Refused refused) {
        throw CommandFailure.wrongUsage(refused.reason());
      }
      Console.of(spec).println(WaiverText.lineFor(((GrantWaiverResult.Granted) result).waiver()));
    }
    return 0;
  }

  private WaiverTarget target() {
    boolean traits =
        registeredFrom != null
            || registeredBefore != null
            || province != null
            || legacyLevel != null;
    if (partner != null && traits) {
      throw new IllegalArgumentException(
          "A waiver is for one partner or for a cohort: give --partner or traits, not both.");
    }
    if (partner == null && !traits) {
      throw new IllegalArgumentException(
          "For whom? Give --partner, or one of --registered-from, --registered-before, "
              + "--province, --legacy-level.");
    }
    return partner != null
        ? new WaiverTarget.OnePartner(new PartnerId(partner))
        : new WaiverTarget.Cohort(registeredFrom, registeredBefore, province, legacyLevel);
  }

  /** Reads a criterion by its tier and key. */
  static final class CriterionConverter implements ITypeConverter<TierCriterion> {

    @Override
    public TierCriterion convert(String value) {
      int dot = value.lastIndexOf('.');
      for (CriterionKind kind : CriterionKind.values()) {
        if (dot > 0 && kind.key().equals(value.substring(dot + 1))) {
          return new TierCriterion(new Tier(value.substring(0, dot)), kind);
        }
      }
      throw new TypeConversionException(
          "'%s' is no criterion; write a tier, a dot and one of %s"
              .formatted(
                  value,
                  Arrays.stream(CriterionKind.values())
                      .map(CriterionKind::key)
                      .collect(Collectors.joining(", "))));
    }
  }
}
