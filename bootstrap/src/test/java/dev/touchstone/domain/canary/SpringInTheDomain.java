package dev.touchstone.domain.canary;

import dev.touchstone.domain.canaryother.CycleBack;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Breaks rules on purpose: a framework and a clock in the domain, half of a cycle. */
@Component
public class SpringInTheDomain {

  LocalDate today() {
    return LocalDate.now();
  }

  CycleBack other() {
    return new CycleBack();
  }
}
