package dev.touchstone.application.tier;

import dev.touchstone.application.tier.port.out.PolicyFiles;
import java.nio.file.Path;

/**
 * Policy files of which there is one, shipped with the product.
 *
 * @param readDefault it
 */
public record DefaultPolicyOnly(PolicyFile readDefault) implements PolicyFiles {

  @Override
  public PolicyFile read(Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PolicyFile read(String name, byte[] content) {
    throw new UnsupportedOperationException();
  }
}
