package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.RecordedWaiver;
import dev.touchstone.application.standing.port.out.Waivers;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The waivers, in memory; only the latest version of each is known. */
final class WaiversInMemory implements Waivers {

  private final Map<WaiverId, RecordedWaiver> waivers = new TreeMap<>();

  @Override
  public List<Waiver> listKnownAt(Instant moment) {
    return waivers.values().stream().map(RecordedWaiver::waiver).toList();
  }

  @Override
  public List<RecordedWaiver> list(@Nullable WaiverId after, @Nullable LocalDate on, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<RecordedWaiver> find(WaiverId id) {
    return Optional.ofNullable(waivers.get(id));
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
    long revision = find(waiver.id()).map(RecordedWaiver::revision).orElse(0L) + 1;
    waivers.put(waiver.id(), new RecordedWaiver(waiver, revision));
  }
}
