package dev.touchstone.web.tier;

import dev.touchstone.application.program.ProgramFileException;
import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.application.tier.port.out.PolicyFiles;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.ProblemType;
import dev.touchstone.web.api.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Policies that come as YAML in the body of a request. */
public final class PolicyText {

  /** YAML. */
  public static final String YAML = "application/yaml";

  /** YAML, as some call it. */
  public static final String TEXT_YAML = "text/yaml";

  /** What documentation shows. */
  public static final String EXAMPLE =
      """
      policy: partner-network
      version: 2
      effectiveFrom: 2011-10-30
      tiers:
        REGISTERED: []
        SUBSCRIBER:
          - toolkits: {atLeast: 2}
        SILVER:
          - references: {atLeast: 3}
        GOLD:
          - references: {atLeast: 5}
      """;

  /** What sentences call it. */
  private static final String NAME = "policy";

  private static final int MOST_BYTES = 256 * 1024;

  private PolicyText() {}

  /**
   * Reads it.
   *
   * @throws ApiException if it is too large, or no policy: then {@code errors} names the key
   */
  public static PolicyFile read(InputStream body, PolicyFiles files) throws IOException {
    byte[] content = body.readNBytes(MOST_BYTES + 1);
    if (content.length > MOST_BYTES) {
      throw new ApiException(ProblemType.TOO_LARGE, "A policy has at most 256 KiB.");
    }
    try {
      return files.read(NAME, content);
    } catch (ProgramFileException e) {
      throw refused(ProblemType.INVALID_REQUEST, e.key(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * A problem with a policy.
   *
   * @param key the path of the key that is the matter; empty where it is the whole
   */
  public static ApiException refused(ProblemType type, String key, String reason) {
    return new ApiException(
        type, reason, List.of(new Problems.FieldError(key.isEmpty() ? NAME : key, reason)));
  }
}
