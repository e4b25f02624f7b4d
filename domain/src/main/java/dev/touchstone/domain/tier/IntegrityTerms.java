package dev.touchstone.domain.tier;

/**
 * From what on evidence is to be looked at by a person. It counts all the same.
 *
 * @param referencesPerSignatory the most valid references of one partner that one signatory may
 *     sign without being noticed
 */
public record IntegrityTerms(int referencesPerSignatory) {

  /** Where the policy names no other numbers. */
  public static final IntegrityTerms DEFAULT = new IntegrityTerms(3);

  /** Checks the number. */
  public IntegrityTerms {
    if (referencesPerSignatory < 1) {
      throw new IllegalArgumentException(
          "referencesPerSignatory must be 1 or more, not " + referencesPerSignatory);
    }
  }
}
