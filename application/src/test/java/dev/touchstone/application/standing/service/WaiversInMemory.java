package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.RecordedWaiver;
import dev.touchstone.application.standing.port.out.Waivers;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The waivers, in memory. */
public final class WaiversInMemory implements Waivers {

  private final Map<WaiverId, List<Version>> waivers = new TreeMap<>();

  private record Version(Waiver waiver, Instant recordedAt) {}

  @Override
  public List<Waiver> listKnownAt(Instant moment) {
    List<Waiver> known = new ArrayList<>();
    for (List<Version> versions : waivers.values()) {
      versions.stream()
          .filter(version -> !version.recordedAt().isAfter(moment))
          .reduce((earlier, later) -> later)
          .ifPresent(version -> known.add(version.waiver()));
    }
    return known;
  }

  @Override
  public List<RecordedWaiver> list(@Nullable WaiverId after, @Nullable LocalDate on, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<RecordedWaiver> find(WaiverId id) {
    return Optional.ofNullable(waivers.get(id))
        .map(
            versions ->
                new RecordedWaiver(versions.get(versions.size() - 1).waiver(), versions.size()));
  }

  @Override
  public <T> T exclusively(Supplier<T> change) {
    return change.get();
  }

  @Override
  public WaiverId nextId() {
    return new WaiverId(waivers.size() + 1L);
  }

  @Override
  public void record(Waiver waiver, Instant recordedAt) {
    waivers
        .computeIfAbsent(waiver.id(), id -> new ArrayList<>())
        .add(new Version(waiver, recordedAt));
  }
}
