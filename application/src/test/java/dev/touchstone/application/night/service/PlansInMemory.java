package dev.touchstone.application.night.service;

import dev.touchstone.application.recalculation.RecalculationScope;
import dev.touchstone.application.recalculation.RulesFingerprint;
import dev.touchstone.application.recalculation.port.out.Recalculations;
import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom nights decide, in memory, and with which words that was asked for. */
final class PlansInMemory implements Recalculations {

  final Map<NightId, RulesFingerprint> rules = new HashMap<>();
  final List<PartnerId> more = new ArrayList<>();
  @Nullable Instant since;
  int made;

  @Override
  public Optional<RulesFingerprint> findRules(NightId night) {
    return Optional.ofNullable(rules.get(night));
  }

  @Override
  public void planAll(NightId night, String because, RulesFingerprint fingerprint) {
    rules.put(night, fingerprint);
  }

  @Override
  public long planChanged(
      NightId night, Instant moment, Collection<PartnerId> partners, RulesFingerprint fingerprint) {
    rules.put(night, fingerprint);
    made++;
    since = moment;
    more.addAll(partners);
    return 7;
  }

  @Override
  public RecalculationScope getScope(NightId night) {
    return new RecalculationScope.Changed(7);
  }

  @Override
  public List<PartnerRange> partition(NightId night, int parts) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<PartnerId> list(
      NightId night, PartnerRange range, @Nullable PartnerId after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void recordDue(Map<PartnerId, @Nullable LocalDate> days) {
    throw new UnsupportedOperationException();
  }
}
