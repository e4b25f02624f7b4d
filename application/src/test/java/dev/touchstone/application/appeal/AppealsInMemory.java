package dev.touchstone.application.appeal;

import dev.touchstone.application.appeal.port.out.Appeals;
import dev.touchstone.domain.appeal.Appeal;
import dev.touchstone.domain.appeal.AppealId;
import dev.touchstone.domain.appeal.AppealState;
import dev.touchstone.domain.partner.PartnerId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Appeals, in memory. */
public final class AppealsInMemory implements Appeals {

  private static final Comparator<Place> ORDER =
      Comparator.comparing((Place place) -> !place.open()).thenComparing(Place::id);

  private final Map<AppealId, KeptAppeal> appeals = new TreeMap<>();
  private long ids;

  @Override
  public AppealId nextId() {
    return AppealId.ofNumber(++ids);
  }

  @Override
  public Optional<KeptAppeal> add(Appeal appeal) {
    boolean open =
        appeals.values().stream()
            .map(KeptAppeal::appeal)
            .anyMatch(
                of ->
                    isOpen(of)
                        && of.partner().equals(appeal.partner())
                        && of.night().businessDate().equals(appeal.night().businessDate())
                        && of.criterion().equals(appeal.criterion()));
    if (open) {
      return Optional.empty();
    }
    KeptAppeal kept = new KeptAppeal(appeal, 1);
    appeals.put(appeal.id(), kept);
    return Optional.of(kept);
  }

  @Override
  public Optional<KeptAppeal> find(AppealId id) {
    return Optional.ofNullable(appeals.get(id));
  }

  @Override
  public Optional<KeptAppeal> findForChange(AppealId id) {
    return find(id);
  }

  @Override
  public KeptAppeal replace(KeptAppeal earlier, Appeal appeal) {
    KeptAppeal kept = new KeptAppeal(appeal, earlier.version() + 1);
    appeals.put(appeal.id(), kept);
    return kept;
  }

  @Override
  public List<KeptAppeal> listOf(PartnerId partner, @Nullable AppealId before, int limit) {
    return appeals.values().stream()
        .filter(kept -> kept.appeal().partner().equals(partner))
        .filter(kept -> before == null || kept.appeal().id().compareTo(before) < 0)
        .sorted(Comparator.comparing((KeptAppeal kept) -> kept.appeal().id()).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<KeptAppeal> list(AppealState.@Nullable Kind state, @Nullable Place after, int limit) {
    Stream<KeptAppeal> all =
        appeals.values().stream()
            .filter(kept -> state == null || kept.appeal().state().kind() == state);
    return all.filter(kept -> after == null || ORDER.compare(placeOf(kept), after) > 0)
        .sorted(Comparator.comparing(AppealsInMemory::placeOf, ORDER))
        .limit(limit)
        .toList();
  }

  private static Place placeOf(KeptAppeal kept) {
    return new Place(isOpen(kept.appeal()), kept.appeal().id());
  }

  private static boolean isOpen(Appeal appeal) {
    return appeal.state() instanceof AppealState.Open;
  }
}
