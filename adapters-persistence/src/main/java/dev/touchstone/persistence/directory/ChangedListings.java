package dev.touchstone.persistence.directory;

/** Finds the partners whose listing may be another after a night than after an earlier one. */
final class ChangedListings {

  /**
   * Partners with a standing or a decision since the earlier night, and those of whom a profile, a
   * hiding or an offer became known or was superseded since: all that a listing is made of.
   */
  static final String PARTNERS =
      """
      SELECT partner_id FROM standing WHERE {appended}
      UNION SELECT partner_id FROM tier_decision WHERE {appended}
      UNION SELECT partner_id FROM partner WHERE {changed}
      UNION SELECT partner_id FROM partner_hiding WHERE {changed}
      UNION SELECT partner_id FROM offer WHERE {changed}
      """
          .replace(
              "{appended}",
              "(business_date, run) > (:earlierDate, :earlierRun)"
                  + " AND (business_date, run) <= (:date, :run)")
          .replace(
              "{changed}",
              "(recorded_at > :knownBefore AND recorded_at <= :knownAt)"
                  + " OR (superseded_at > :knownBefore AND superseded_at <= :knownAt)");

  private ChangedListings() {}
}
