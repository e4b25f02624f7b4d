package dev.touchstone.observation;

import dev.touchstone.application.night.NightDetail;
import dev.touchstone.application.night.NightFigures.KindFigures;
import dev.touchstone.application.night.NightOverview;
import dev.touchstone.application.night.NightState;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.time.ProgramDays;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The nights as metrics (docs/operations.md, Metrics), from the latest reading. Nobody who asks for
 * metrics waits for the database. Readings are shown by one thread.
 */
final class NightMetrics {

  private static final String PREFIX = "touchstone.night.";

  private static final double MILLIS = 1000.0;

  private static final Map<String, String> DESCRIPTIONS =
      Map.of(
          "rows", "Rows of the last complete night",
          "files", "Files of the last complete night",
          "rejects", "Rejected rows and files of the last complete night",
          "decisions", "Partners by the tier that they earned",
          "standings", "Partners by the tier that they hold",
          "step", "What a step of the last complete night took",
          "state", "1 for the state of the newest night");

  private final MeterRegistry registry;
  private final Clock clock;
  private final Set<Series> registered = new HashSet<>();
  private volatile Map<Series, Double> values = Map.of();
  private volatile @Nullable NightReading reading;

  /** Registers the metrics; those with tags appear with the first reading that has them. */
  NightMetrics(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    gauge("age", "Since the last complete night ended", "seconds", this::age);
    gauge("behind", "From its business date to today", "days", this::behind);
    gauge("promotions", "Partners that it promoted", null, this::promotions);
    gauge("demotions", "Partners that it demoted", null, this::demotions);
    gauge("findings", "What it found odd", null, this::findings);
    gauge("lock.held", "1 while a process runs a night", null, latest -> latest.lockHeld() ? 1 : 0);
    gauge("read.age", "Since these metrics were read", "seconds", this::readAge);
  }

  /** A metric's name, without the prefix, and its tags. */
  private record Series(String name, Tags tags) {

    private static Series ofTier(String name, @Nullable Tier tier) {
      return new Series(name, Tags.of("tier", tier == null ? "none" : tier.toString()));
    }

    private static Series ofKind(String name, KindFigures kind, String outcome) {
      return new Series(name, Tags.of("kind", kind.kind().folder(), "outcome", outcome));
    }
  }

  private void gauge(
      String name,
      String description,
      @Nullable String unit,
      ToDoubleFunction<NightReading> value) {
    Gauge.builder(PREFIX + name, this, metrics -> metrics.valueOfLatest(value))
        .description(description)
        .baseUnit(unit)
        .strongReference(true)
        .register(registry);
  }

  private double valueOfLatest(ToDoubleFunction<NightReading> value) {
    NightReading latest = reading;
    return latest == null ? Double.NaN : value.applyAsDouble(latest);
  }

  /**
   * What an earlier reading had and the latest has not is 0: a reason for rejects, for instance.
   */
  private void register(Series series) {
    Gauge.builder(PREFIX + series.name(), this, metrics -> metrics.values.getOrDefault(series, 0.0))
        .tags(series.tags())
        .description(DESCRIPTIONS.get(series.name()))
        .baseUnit(series.name().equals("step") ? "seconds" : null)
        .strongReference(true)
        .register(registry);
  }

  /** Shows a reading in place of the one before. */
  void show(NightReading latest) {
    Map<Series, Double> shown = new HashMap<>();
    NightDetail complete = latest.lastComplete();
    if (complete != null) {
      addIntake(shown, complete);
      addTiers(shown, latest, complete);
      complete
          .steps()
          .forEach(
              (step, time) ->
                  shown.put(new Series("step", Tags.of("step", step)), time.toMillis() / MILLIS));
    }
    NightOverview newest = latest.newest();
    for (NightState state : NightState.values()) {
      boolean is = newest != null && newest.state() == state;
      shown.put(new Series("state", Tags.of("state", state.name())), is ? 1.0 : 0.0);
    }
    values = Map.copyOf(shown);
    reading = latest;
    shown.keySet().stream().filter(registered::add).forEach(this::register);
  }

  private static void addIntake(Map<Series, Double> shown, NightDetail night) {
    for (KindFigures kind : night.figures().intake()) {
      shown.put(Series.ofKind("rows", kind, "new"), (double) kind.rowsNew());
      shown.put(Series.ofKind("rows", kind, "replaced"), (double) kind.rowsSuperseding());
      shown.put(Series.ofKind("rows", kind, "same"), (double) kind.rowsUnchanged());
      shown.put(Series.ofKind("rows", kind, "rejected"), (double) kind.rowsRejected());
      shown.put(
          Series.ofKind("files", kind, "taken"), (double) (kind.files() - kind.filesRejected()));
      shown.put(Series.ofKind("files", kind, "rejected"), (double) kind.filesRejected());
      shown.put(Series.ofKind("files", kind, "repeated"), (double) kind.filesRepeated());
    }
    night
        .figures()
        .rejectsByReason()
        .forEach(
            (reason, count) ->
                shown.put(new Series("rejects", Tags.of("reason", reason.name())), (double) count));
  }

  private static void addTiers(Map<Series, Double> shown, NightReading latest, NightDetail night) {
    decidedIn(night)
        .tiers()
        .forEach(
            count -> {
              shown.put(Series.ofTier("decisions", count.tier()), 0.0);
              shown.put(Series.ofTier("standings", count.tier()), (double) count.after());
            });
    latest
        .earned()
        .forEach(
            count ->
                shown.put(Series.ofTier("decisions", count.tier()), (double) count.partners()));
  }

  private static NightDetail.Decided decidedIn(NightDetail night) {
    return Optional.ofNullable(night.decided())
        .orElseThrow(() -> new IllegalStateException("A complete night has decided"));
  }

  /** Without a complete night there is none of any age that would do. */
  private double age(NightReading latest) {
    NightDetail complete = latest.lastComplete();
    Instant completedAt = complete == null ? null : complete.overview().night().completedAt();
    return completedAt == null ? Double.POSITIVE_INFINITY : secondsSince(completedAt);
  }

  private double behind(NightReading latest) {
    NightDetail complete = latest.lastComplete();
    return complete == null
        ? Double.POSITIVE_INFINITY
        : ChronoUnit.DAYS.between(
            complete.overview().night().id().businessDate(),
            LocalDate.ofInstant(clock.instant(), ProgramDays.ZONE));
  }

  private double promotions(NightReading latest) {
    NightDetail complete = latest.lastComplete();
    return complete == null ? Double.NaN : decidedIn(complete).promotions();
  }

  private double demotions(NightReading latest) {
    NightDetail complete = latest.lastComplete();
    return complete == null ? Double.NaN : decidedIn(complete).demotions();
  }

  private double findings(NightReading latest) {
    NightDetail complete = latest.lastComplete();
    return complete == null ? Double.NaN : complete.findings();
  }

  private double readAge(NightReading latest) {
    return secondsSince(latest.readAt());
  }

  private double secondsSince(Instant moment) {
    return Duration.between(moment, clock.instant()).toMillis() / MILLIS;
  }
}
