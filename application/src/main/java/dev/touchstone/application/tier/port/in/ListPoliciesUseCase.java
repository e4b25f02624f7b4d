package dev.touchstone.application.tier.port.in;

import dev.touchstone.application.tier.ListedPolicy;
import java.util.List;

/** Says which policy versions there are. */
public interface ListPoliciesUseCase {

  /** All versions, retired ones included, in the order in which they take effect. */
  List<ListedPolicy> listPolicies();
}
