package dev.touchstone.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why there is no database, in place of a stack trace. */
final class DatabaseUnavailableFailureAnalyzer
    extends AbstractFailureAnalyzer<DatabaseUnavailableException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, DatabaseUnavailableException cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
