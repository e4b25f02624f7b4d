package dev.touchstone.domain.tier;

/** What a {@link Criterion} is about; a tier has at most one of a kind. */
public enum CriterionKind {
  /** {@link Criterion.Toolkits}. */
  TOOLKITS("toolkits"),
  /** {@link Criterion.CertifiedPeople}. */
  CERTIFIED_PEOPLE("certifiedPeople"),
  /** {@link Criterion.Team}. */
  TEAM("team"),
  /** {@link Criterion.References}. */
  REFERENCES("references"),
  /** {@link Criterion.Survey}. */
  SURVEY("survey");

  private final String key;

  CriterionKind(String key) {
    this.key = key;
  }

  /** Its key in a policy (formats.md, Catalog and policy). */
  public String key() {
    return key;
  }

  @Override
  public String toString() {
    return key;
  }
}
