package dev.touchstone.application.tier;

import dev.touchstone.application.program.ProgramFilePlace;
import dev.touchstone.domain.tier.TierPolicy;
import java.util.Map;

/**
 * A policy file that was read (formats.md, Catalog and policy).
 *
 * @param name the file's name
 * @param text the YAML as it is written
 * @param policy what it says
 * @param lines of each key at the top the line, from 1, on which its value begins
 */
public record PolicyFile(String name, String text, TierPolicy policy, Map<String, Integer> lines) {

  /** Copies the lines. */
  public PolicyFile {
    lines = Map.copyOf(lines);
  }

  /** The place of a key at the top. */
  public ProgramFilePlace placeOf(String key) {
    return new ProgramFilePlace(name, lines.getOrDefault(key, 0), key);
  }
}
