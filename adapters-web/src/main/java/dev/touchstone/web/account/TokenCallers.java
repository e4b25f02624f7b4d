package dev.touchstone.web.account;

import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Callers by their bearer tokens. */
final class TokenCallers implements Callers {

  @Override
  public Optional<Caller> find(HttpServletRequest request) {
    return SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token
        ? token.caller(request.getRemoteAddr())
        : Optional.empty();
  }
}
