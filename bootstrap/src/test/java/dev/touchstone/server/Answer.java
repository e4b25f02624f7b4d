package dev.touchstone.server;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server answered.
 *
 * @param status the status
 * @param headers the headers
 * @param bytes the body
 */
public record Answer(int status, HttpHeaders headers, byte[] bytes) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The body as text. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The body as JSON; a missing node where it is empty. */
  public JsonNode json() {
    return bytes.length == 0 ? JSON.missingNode() : JSON.readTree(bytes);
  }

  /** A header, empty if absent. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The last part of a problem's type. */
  public String problem() {
    String type = json().path("type").asString("");
    return type.substring(type.lastIndexOf(':') + 1);
  }

  @Override
  public String toString() {
    return status + " " + headers.map() + "\n" + text();
  }
}
