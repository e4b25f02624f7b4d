package dev.touchstone.application.appeal.service;

import dev.touchstone.domain.appeal.Appeal;

/** Appeals as the audit log names them. */
final class AppealWords {

  private AppealWords() {}

  /** In a line: whose, against what. */
  static String of(Appeal appeal) {
    return "of partner %s against %s of %s"
        .formatted(appeal.partner(), appeal.criterion(), appeal.night());
  }
}
