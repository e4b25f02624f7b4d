package dev.touchstone.command;

import dev.touchstone.application.standing.service.ExplanationText;
import dev.touchstone.domain.standing.Waiver;

/** Waivers as lines. */
final class WaiverText {

  private WaiverText() {}

  static String lineFor(Waiver waiver) {
    String line = ExplanationText.lineFor(waiver);
    Waiver.Ending ending = waiver.ending();
    return ending == null
        ? line
        : line + " (ended before its time by " + ending.author() + ": " + ending.reason() + ")";
  }
}
