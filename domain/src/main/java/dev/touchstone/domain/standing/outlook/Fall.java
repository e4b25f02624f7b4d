package dev.touchstone.domain.standing.outlook;

import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.Tier;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first date on which a partner earns less than now if nothing new comes.
 *
 * @param on the date
 * @param to the tier earned then; null where the partner has none then
 * @param policy the policy in force then
 * @param causes what changes on the date and touches the criteria that are no longer met
 * @param unmet the findings of that date that stand between the partner and the tier it had
 */
public record Fall(
    LocalDate on,
    @Nullable Tier to,
    PolicyVersion policy,
    List<Cause> causes,
    List<Finding> unmet) {

  /** Copies the lists. */
  public Fall {
    causes = List.copyOf(causes);
    unmet = List.copyOf(unmet);
  }

  /**
   * One thing that changes.
   *
   * @param kind what happens
   * @param subject the id or code of what it happens to
   */
  public record Cause(CauseKind kind, String subject) {}

  /** What can happen by itself. */
  public enum CauseKind {
    /** A later policy version takes effect; subject: the version. */
    POLICY_TAKES_EFFECT,
    /** The partner's status changes; subject: the new status. */
    STATUS_CHANGES,
    /** A toolkit ends; subject: its specialization. */
    TOOLKIT_ENDS,
    /** A competency is no longer requested; subject: its specialization. */
    COMPETENCY_ENDS,
    /** A competency is requested from then on; subject: its specialization. */
    COMPETENCY_BEGINS,
    /** A person no longer works for the partner; subject: the person. */
    PERSON_LEAVES,
    /** A certificate expires or its revocation takes effect; subject: the certificate. */
    CERTIFICATE_ENDS,
    /** A certificate begins to count; subject: the certificate. */
    CERTIFICATE_BEGINS,
    /** A reference is withdrawn or too old; subject: the reference. */
    REFERENCE_ENDS,
    /** A reference begins to count; subject: the reference. */
    REFERENCE_BEGINS,
    /** A response leaves the window; subject: vendor and response. */
    RESPONSE_LEAVES,
    /** A response enters the window; subject: vendor and response. */
    RESPONSE_ENTERS;

    /** Whether it happens to a survey response, which some must not be told of by name. */
    public boolean isOfResponse() {
      return this == RESPONSE_LEAVES || this == RESPONSE_ENTERS;
    }
  }
}
