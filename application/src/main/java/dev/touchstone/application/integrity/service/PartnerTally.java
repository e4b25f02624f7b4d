package dev.touchstone.application.integrity.service;

import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.text.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up numbers of one partner after another by folded names. A name is shown as it was written
 * first.
 */
final class PartnerTally {

  private final Judge judge;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private @Nullable PartnerId partner;

  PartnerTally(Judge judge) {
    this.judge = judge;
  }

  private record Entry(String name, long number) {}

  /** Who is told of each name of a partner when all of its numbers are in. */
  @FunctionalInterface
  interface Judge {
    void judge(PartnerId partner, String name, long number);
  }

  /** Adds a number; all those of one partner come one after another. */
  void add(PartnerId of, String name, long number) {
    if (!of.equals(partner)) {
      finish();
      partner = of;
    }
    entries.merge(
        Text.fold(name),
        new Entry(name, number),
        (first, more) -> new Entry(first.name(), first.number() + more.number()));
  }

  /** Ends the last partner. */
  void finish() {
    PartnerId of = partner;
    if (of != null) {
      entries.values().forEach(entry -> judge.judge(of, entry.name(), entry.number()));
    }
    entries.clear();
  }
}
