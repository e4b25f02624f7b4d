package dev.touchstone.command;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.standing.port.in.DecideAsOfUseCase.DecideAsOfQuery;
import dev.touchstone.application.standing.port.in.ExplainStandingUseCase.ExplainStandingQuery;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.NightId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Option;

/**
 * Of which date, and by what was known when, a command speaks. Without {@code --known-at} it is
 * what a night has stored; for a date without a night it is what is known now.
 */
final class AsOf {

  @Option(
      names = "--date",
      paramLabel = "yyyy-MM-dd",
      description = "The date. Default: that of the latest complete night.")
  private @Nullable LocalDate date;

  @Option(
      names = "--known-at",
      paramLabel = "MOMENT",
      converter = KnownAt.class,
      description =
          "Decide anew by what was known at this moment: yyyy-MM-ddThh:mm in Europe/Rome, or with "
              + "an offset or Z; a day alone is its end. Default: what the night of the date stored.")
  private @Nullable Instant knownAt;

  /** What is to be explained of a partner. */
  ExplainStandingQuery explain(ApplicationContext context, PartnerId partner) {
    Optional<Night> night = findNight(context);
    if (night.isEmpty()) {
      DecideAsOfQuery anew = query(context, partner);
      return new ExplainStandingQuery(partner, anew.date(), anew.knownAt(), null);
    }
    NightId id = night.get().id();
    Instant known = Objects.requireNonNull(night.get().evidenceKnownAt(), "The night is complete");
    return new ExplainStandingQuery(partner, id.businessDate(), known, id);
  }

  /** The night whose stored decisions are asked for; empty where they are to be decided anew. */
  Optional<Night> findNight(ApplicationContext context) {
    Nights nights = context.getBean(Nights.class);
    if (knownAt != null) {
      return Optional.empty();
    }
    Night latest = CompleteNights.get(nights, null);
    return date == null ? Optional.of(latest) : nights.findLatestCompleteOn(date);
  }

  /**
   * What is to be decided anew.
   *
   * @param partner whom alone; null for all
   */
  DecideAsOfQuery query(ApplicationContext context, @Nullable PartnerId partner) {
    LocalDate asked =
        date != null
            ? date
            : CompleteNights.get(context.getBean(Nights.class), null).id().businessDate();
    Instant moment = knownAt != null ? knownAt : context.getBean(Clock.class).instant();
    return new DecideAsOfQuery(asked, moment, partner);
  }
}
