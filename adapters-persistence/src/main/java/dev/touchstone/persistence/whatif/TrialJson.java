package dev.touchstone.persistence.whatif;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.touchstone.application.standing.PolicyTrial;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.Tier;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a trial as JSON. What JSON needs to know of the domain's types stands here. */
final class TrialJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Tier.class, NameOnly.class)
          .addMixIn(Ladder.class, TiersOnly.class)
          .build();

  private TrialJson() {}

  static String write(PolicyTrial trial) {
    return MAPPER.writeValueAsString(trial);
  }

  static PolicyTrial read(String json) {
    return MAPPER.readValue(json, PolicyTrial.class);
  }

  /** A tier as its name. */
  private abstract static class NameOnly {
    @SuppressWarnings("UnusedVariable") // only its annotation and type count
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    NameOnly(String name) {}

    @JsonValue
    abstract String name();
  }

  /** A ladder as its tiers. */
  private abstract static class TiersOnly {
    @SuppressWarnings("UnusedVariable") // only its annotation and type count
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    TiersOnly(List<Tier> tiers) {}

    @JsonValue
    abstract List<Tier> tiers();
  }
}
