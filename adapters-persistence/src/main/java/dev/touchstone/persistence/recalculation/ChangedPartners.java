package dev.touchstone.persistence.recalculation;

/** Finds the partners of whom something could be another than what was decided of them last. */
final class ChangedPartners {

  /**
   * Versions recorded or superseded after {@code :since}, whose subject is a partner, a person, a
   * reference or a response. An employment concerns all partners of the person, because it ends
   * with the next one; and whatever names a partner concerns the one that it named before, too.
   */
  static final String SELECT =
      """
      WITH changed_person AS (
          SELECT person_id FROM employment WHERE {changed}
        UNION
          SELECT person_id FROM certification WHERE {changed}
      )
      SELECT partner_id FROM partner WHERE {changed}
      UNION SELECT partner_id FROM partner_status WHERE {changed}
      UNION SELECT partner_id FROM enrollment WHERE {changed}
      UNION SELECT partner_id FROM reference WHERE {changed}
      UNION SELECT partner_id FROM survey_response WHERE {changed}
      UNION SELECT e.partner_id FROM changed_person JOIN employment e USING (person_id)
      UNION SELECT partner_id FROM partner_due WHERE due_on <= :date
      UNION SELECT unnest(:more::text[])
      """
          .replace("{changed}", "(recorded_at > :since OR superseded_at > :since)");

  private ChangedPartners() {}
}
