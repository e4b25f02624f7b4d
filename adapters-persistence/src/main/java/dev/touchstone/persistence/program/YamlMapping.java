package dev.touchstone.persistence.program;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A mapping whose keys are known: what is left over at the end is an error. */
public final class YamlMapping {

  private final YamlValue self;
  private final Map<String, YamlValue> unread;

  YamlMapping(YamlValue self, Map<String, YamlValue> entries) {
    this.self = self;
    this.unread = new LinkedHashMap<>(entries);
  }

  /** The value of a key that must be there. */
  public YamlValue get(String key) {
    return find(key).orElseThrow(() -> self.error("lacks the key " + key));
  }

  /** The value of a key that may be absent. */
  public Optional<YamlValue> find(String key) {
    return Optional.ofNullable(unread.remove(key));
  }

  /**
   * Ends the reading.
   *
   * @param known all keys that there can be, for the sentence
   */
  public void end(String... known) {
    for (YamlValue value : unread.values()) {
      throw value.error("is not known here; there are " + String.join(", ", Arrays.asList(known)));
    }
  }
}
