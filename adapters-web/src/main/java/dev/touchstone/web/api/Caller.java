package dev.touchstone.web.api;

import dev.touchstone.application.account.Role;
import dev.touchstone.application.audit.Actor;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.survey.SurveyVendor;
import org.jspecify.annotations.Nullable;

/**
 * Who calls an operation; handlers take it as an argument.
 *
 * @param actor as the audit log names it
 * @param role in what role
 * @param partner on behalf of which partner; null in other roles than PARTNER
 * @param vendor on behalf of which vendor; null in other roles than VENDOR
 */
public record Caller(
    Actor actor, Role role, @Nullable PartnerId partner, @Nullable SurveyVendor vendor) {

  /**
   * The vendor of a caller that {@link Access} lets in as one.
   *
   * @throws IllegalStateException if the caller is none
   */
  public SurveyVendor requireVendor() {
    if (vendor == null) {
      throw new IllegalStateException("Only vendors are let in here");
    }
    return vendor;
  }
}
