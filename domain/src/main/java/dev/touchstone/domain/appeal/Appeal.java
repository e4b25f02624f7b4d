package dev.touchstone.domain.appeal;

import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.text.Text;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;

/**
 * A partner's word that one finding of one decision is wrong: it was judged as not met.
 *
 * @param id its id
 * @param partner whose
 * @param night the night that decided
 * @param criterion the criterion whose finding is doubted
 * @param evidence why, in the partner's own words, up to {@value #LONGEST_EVIDENCE} characters
 * @param filedAt when it was filed
 * @param state what has become of it
 */
public record Appeal(
    AppealId id,
    PartnerId partner,
    NightId night,
    TierCriterion criterion,
    String evidence,
    Instant filedAt,
    AppealState state) {

  /** The most characters of the evidence. */
  public static final int LONGEST_EVIDENCE = 4_000;

  /**
   * @throws IllegalArgumentException if there is no evidence or too much
   */
  public Appeal {
    if (Text.trim(evidence).isEmpty() || Text.length(evidence) > LONGEST_EVIDENCE) {
      throw new IllegalArgumentException(
          "An appeal gives its evidence in 1 to %d characters.".formatted(LONGEST_EVIDENCE));
    }
  }

  /**
   * The same appeal, closed.
   *
   * @throws IllegalStateException if it is closed already
   */
  public Appeal closed(AppealState.Closed as) {
    if (!(state instanceof AppealState.Open)) {
      throw new IllegalStateException("Appeal " + id + " is closed already");
    }
    return new Appeal(id, partner, night, criterion, evidence, filedAt, as);
  }
}
