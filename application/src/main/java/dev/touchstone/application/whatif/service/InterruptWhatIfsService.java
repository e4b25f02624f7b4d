package dev.touchstone.application.whatif.service;

import dev.touchstone.application.whatif.port.in.InterruptWhatIfsUseCase;
import dev.touchstone.application.whatif.port.out.WhatIfs;
import java.time.Clock;

/** Notes that trials were interrupted whose process has ended. */
public final class InterruptWhatIfsService implements InterruptWhatIfsUseCase {

  private final WhatIfs whatIfs;
  private final Clock clock;

  /** Settles these; the clock says when. */
  public InterruptWhatIfsService(WhatIfs whatIfs, Clock clock) {
    this.whatIfs = whatIfs;
    this.clock = clock;
  }

  @Override
  public void interruptWhatIfs() {
    whatIfs.interruptAbandoned(
        "The server ended before the trial did; start it again.", clock.instant());
  }
}
