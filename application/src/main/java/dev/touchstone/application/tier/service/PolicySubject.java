package dev.touchstone.application.tier.service;

import dev.touchstone.domain.tier.PolicyVersion;

/** How the audit log names a policy version. */
final class PolicySubject {

  private PolicySubject() {}

  static String of(PolicyVersion version) {
    return "policy/" + version.policy() + "/" + version.version();
  }
}
