package dev.touchstone.application.idempotency;

import java.util.Map;

/**
 * What a request was answered.
 *
 * @param status the status
 * @param headers the headers that belong to what was created
 * @param body the body
 */
public record StoredAnswer(int status, Map<String, String> headers, String body) {

  /** Copies the headers. */
  public StoredAnswer {
    headers = Map.copyOf(headers);
  }
}
