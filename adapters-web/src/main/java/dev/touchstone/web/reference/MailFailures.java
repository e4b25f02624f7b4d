package dev.touchstone.web.reference;

import dev.touchstone.application.reference.port.out.ReferenceMails.MailOutcome;
import dev.touchstone.domain.reference.ReferenceId;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes exceptions outcomes. The log gets their kinds and where they come from, not their words:
 * mail servers quote addresses in theirs.
 */
final class MailFailures {

  private static final Logger LOG = LoggerFactory.getLogger(MailFailures.class);

  private static final int DEEPEST = 10;

  private MailFailures() {}

  /** The mail about a reference is not known to be sent, for a reason that partners read. */
  static MailOutcome of(ReferenceId reference, Exception failure, String reason) {
    LOG.warn(
        "The mail about reference {} is not known to be sent: {}", reference, describe(failure));
    return new MailOutcome.Failed(reason);
  }

  /** The mail about a reference was refused for good, for a reason that partners read. */
  static MailOutcome refused(ReferenceId reference, Exception failure, String reason) {
    LOG.warn("The mail about reference {} was refused for good: {}", reference, describe(failure));
    return new MailOutcome.Refused(reason);
  }

  private static String describe(Exception failure) {
    List<String> kinds = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && kinds.size() < DEEPEST;
        cause = cause.getCause()) {
      StackTraceElement[] trace = cause.getStackTrace();
      kinds.add(cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]));
    }
    return String.join(", caused by ", kinds);
  }
}
