package dev.touchstone.domain.tier;

import java.util.Set;

/** What a piece of evidence is about: which {@link Criterion criteria} may rest on it. */
public enum EvidenceTopic {
  /** Registration and status, on which every tier rests. */
  PARTICIPATION(1),
  /** Access to toolkits. */
  TOOLKIT(2),
  /** The specializations requested. */
  COMPETENCY(4),
  /** Who works for the partner, and their certificates. */
  PERSON(8),
  /** References. */
  REFERENCE(16),
  /** Survey responses. */
  RESPONSE(32);

  private final int bit;

  EvidenceTopic(int bit) {
    this.bit = bit;
  }

  /** One of the lowest eight bits, its own. */
  int bit() {
    return bit;
  }

  /** The bits of several topics. */
  static int bitsOf(Set<EvidenceTopic> topics) {
    int bits = 0;
    for (EvidenceTopic topic : topics) {
      bits |= topic.bit;
    }
    return bits;
  }
}
