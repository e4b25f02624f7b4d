package dev.touchstone.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells who is behind a request. */
@FunctionalInterface
public interface Callers {

  /** The caller; empty where nobody has signed in. */
  Optional<Caller> find(HttpServletRequest request);
}
