package dev.touchstone.application.tier.service;

import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.application.tier.RegisteredPolicy;
import dev.touchstone.application.tier.port.in.ShowPolicyUseCase;
import dev.touchstone.application.tier.port.out.PolicyFiles;
import dev.touchstone.application.tier.port.out.PolicyRegistry;
import dev.touchstone.domain.tier.PolicyVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Shows what is registered; the policy shipped with the product where nothing is. */
public final class ShowPolicyService implements ShowPolicyUseCase {

  private final PolicyRegistry registry;
  private final PolicyFiles files;

  /** Takes the registry, and the files of which one stands in for it. */
  public ShowPolicyService(PolicyRegistry registry, PolicyFiles files) {
    this.registry = registry;
    this.files = files;
  }

  @Override
  public ShowPolicyResult show(ShowPolicyQuery query) {
    Map<PolicyVersion, ShowPolicyResult.Shown> known = new LinkedHashMap<>();
    for (RegisteredPolicy registered : registry.list()) {
      known.put(
          registered.policy().version(),
          new ShowPolicyResult.Shown(registered.policy(), registered.text()));
    }
    if (known.isEmpty()) {
      PolicyFile standIn = files.readDefault();
      known.put(
          standIn.policy().version(), new ShowPolicyResult.Shown(standIn.policy(), standIn.text()));
    }
    PolicySelection selection =
        PolicySelection.among(List.copyOf(known.keySet()), query.version(), query.name());
    if (selection instanceof PolicySelection.One one) {
      return Objects.requireNonNull(known.get(one.version()));
    }
    return new ShowPolicyResult.NotFound(((PolicySelection.Unclear) selection).reason());
  }
}
