package dev.touchstone.web.account;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.access.Role;
import dev.touchstone.web.api.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/**
 * A token that was found valid, and whom it names: exactly one scope names a role, and a claim whom
 * a partner's or vendor's token is bound to. A token that says less or more names nobody.
 */
final class CallerToken extends AbstractOAuth2TokenAuthenticationToken<Jwt> {

  private static final long serialVersionUID = 1L;

  private final @Nullable Role role;
  private final @Nullable String partner;
  private final @Nullable String vendor;

  CallerToken(Jwt token) {
    super(token, List.of());
    this.role = roleOf(token);
    this.partner = role == Role.PARTNER ? token.getClaimAsString(AccountTokens.PARTNER) : null;
    this.vendor = role == Role.VENDOR ? token.getClaimAsString(AccountTokens.VENDOR) : null;
    setAuthenticated(true);
  }

  /**
   * Whom the token names.
   *
   * @param address where this request comes from
   */
  Optional<Caller> caller(String address) {
    String name = getToken().getSubject();
    if (role == null
        || name == null
        || (role == Role.PARTNER && isAbsent(partner))
        || (role == Role.VENDOR && isAbsent(vendor))) {
      return Optional.empty();
    }
    return Optional.of(new Caller(new Actor(name, role.name(), address), role, partner, vendor));
  }

  @Override
  public Map<String, Object> getTokenAttributes() {
    return getToken().getClaims();
  }

  @Override
  public String getName() {
    String subject = getToken().getSubject();
    return subject == null ? "" : subject;
  }

  private static @Nullable Role roleOf(Jwt token) {
    List<Role> roles = new ArrayList<>();
    for (String scope : scopesOf(token)) {
      for (Role role : Role.values()) {
        if (role != Role.PUBLIC && AccountTokens.scopeOf(role).equals(scope)) {
          roles.add(role);
        }
      }
    }
    return roles.size() == 1 ? roles.get(0) : null;
  }

  /** A list, or the texts of one text parted by spaces (RFC 8693). */
  private static List<String> scopesOf(Jwt token) {
    Object scopes = token.getClaim("scope");
    if (scopes instanceof String text) {
      return List.of(text.split(" ", -1));
    }
    List<String> list = token.getClaimAsStringList("scope");
    return list == null ? List.of() : list;
  }

  private static boolean isAbsent(@Nullable String value) {
    return value == null || value.isBlank();
  }
}
