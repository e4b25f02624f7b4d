package dev.touchstone.application.directory.search;

/**
 * One of the named parts whose sum is the points of a result. Nothing else moves a result, and no
 * payment does.
 *
 * @param kind which part
 * @param points how many it gives, 0 to {@link Kind#most()}
 * @param number what it was given for, in the unit of the kind
 */
public record ScorePart(Kind kind, int points, int number) {

  /** The parts, with the most points that each gives. */
  public enum Kind {
    /** How well the words match; number: percent. */
    MATCH(400),
    /** The displayed tier; number: its rung, 0 for the lowest. */
    TIER(200),
    /**
     * Certified people in the specializations asked for, else in the partner's best; number:
     * people.
     */
    PEOPLE(150),
    /**
     * Signed references in the specializations asked for, else in the partner's best; number:
     * references.
     */
    REFERENCES(150),
    /** Distance from the place asked for; number: kilometers, -1 where there is none. */
    DISTANCE(100);

    private final int most;

    Kind(int most) {
      this.most = most;
    }

    /** The most points that this part gives. */
    public int most() {
      return most;
    }
  }
}
