package dev.touchstone.domain.canaryother;

import dev.touchstone.domain.canary.SpringInTheDomain;

/** Breaks a rule on purpose: the other half of a cycle. */
public class CycleBack {

  SpringInTheDomain other() {
    return new SpringInTheDomain();
  }
}
