package dev.touchstone.application.reference.service;

import dev.touchstone.application.reference.port.out.ReferenceRequests;
import dev.touchstone.domain.reference.ReferenceRequest;

/** Changes of requests that the caller has locked. */
final class LockedRequests {

  private LockedRequests() {}

  /** Nobody else can have changed it. */
  static void update(ReferenceRequests requests, ReferenceRequest request) {
    if (!requests.update(request)) {
      throw new IllegalStateException(
          "Request " + request.id() + " was changed while it was locked");
    }
  }
}
