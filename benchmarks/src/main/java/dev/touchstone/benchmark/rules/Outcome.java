package dev.touchstone.benchmark.rules;

import org.jspecify.annotations.Nullable;

/** What the rules find on one partner: what is compared with the product's decision. */
public final class Outcome {

  private @Nullable String tier;
  private Conclusions.Staff staff = new Conclusions.Staff(0, 0);
  private Conclusions.References references = new Conclusions.References(0);
  private Conclusions.Survey survey = new Conclusions.Survey(0, 0);

  /** The highest tier so far: rules earn lower ones first. */
  public void earn(String earned) {
    tier = earned;
  }

  /** Keeps the numbers of people. */
  public void setStaff(Conclusions.Staff counted) {
    staff = counted;
  }

  /** Keeps the number of references. */
  public void setReferences(Conclusions.References counted) {
    references = counted;
  }

  /** Keeps the numbers of the survey. */
  public void setSurvey(Conclusions.Survey counted) {
    survey = counted;
  }

  @Nullable String tier() {
    return tier;
  }

  Conclusions.Staff staff() {
    return staff;
  }

  Conclusions.References references() {
    return references;
  }

  Conclusions.Survey survey() {
    return survey;
  }
}
