package dev.touchstone.domain.tier;

/**
 * Which policy a decision was taken under.
 *
 * @param policy the policy's name
 * @param version its version
 */
public record PolicyVersion(String policy, int version) {

  @Override
  public String toString() {
    return policy + " version " + version;
  }
}
