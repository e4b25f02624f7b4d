package dev.touchstone.web.api;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who calls an operation; handlers take it as an argument.
 *
 * @param actor as the audit log names it
 * @param role in what role
 * @param partner the id of the partner on whose behalf; null in other roles than PARTNER
 * @param vendor the name of the survey vendor on whose behalf; null in other roles than VENDOR
 */
public record Caller(Actor actor, Role role, @Nullable String partner, @Nullable String vendor) {

  /**
   * The vendor of a caller that {@link Access} lets in as one.
   *
   * @throws IllegalStateException if the caller is none
   */
  public String requireVendor() {
    if (vendor == null) {
      throw new IllegalStateException("Only vendors are let in here");
    }
    return vendor;
  }
}
