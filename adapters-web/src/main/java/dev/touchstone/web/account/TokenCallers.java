package dev.touchstone.web.account;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.access.Role;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Callers by their bearer tokens: exactly one scope names a role, and a claim whom a partner's or
 * vendor's token is bound to. A token that says less or more names nobody.
 */
final class TokenCallers implements Callers {

  @Override
  public Optional<Caller> find(HttpServletRequest request) {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof JwtAuthenticationToken token
        ? callerOf(token.getToken(), request.getRemoteAddr())
        : Optional.empty();
  }

  private static Optional<Caller> callerOf(Jwt token, String address) {
    List<Role> roles = new ArrayList<>();
    for (String scope : scopesOf(token)) {
      for (Role role : Role.values()) {
        if (role != Role.PUBLIC && AccountTokens.scopeOf(role).equals(scope)) {
          roles.add(role);
        }
      }
    }
    String name = token.getSubject();
    if (roles.size() != 1 || name == null) {
      return Optional.empty();
    }
    Role role = roles.get(0);
    String partner = role == Role.PARTNER ? token.getClaimAsString(AccountTokens.PARTNER) : null;
    String vendor = role == Role.VENDOR ? token.getClaimAsString(AccountTokens.VENDOR) : null;
    if ((role == Role.PARTNER && isAbsent(partner)) || (role == Role.VENDOR && isAbsent(vendor))) {
      return Optional.empty();
    }
    return Optional.of(new Caller(new Actor(name, role.name(), address), role, partner, vendor));
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
