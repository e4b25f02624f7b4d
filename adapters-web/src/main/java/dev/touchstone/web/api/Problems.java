package dev.touchstone.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Makes problem documents (RFC 9457). */
public final class Problems {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Problems() {}

  /**
   * One invalid value.
   *
   * @param field where: a field of the body as a path, a parameter or a header
   * @param message what is wrong with it
   */
  public record FieldError(String field, String message) {}

  /** The document of a type. */
  public static ProblemDetail of(ProblemType type, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(type.status(), detail);
    problem.setType(type.uri());
    problem.setTitle(type.title());
    return problem;
  }

  /** The document of invalid values. */
  public static ProblemDetail invalid(List<FieldError> errors) {
    ProblemDetail problem =
        of(
            ProblemType.INVALID_REQUEST,
            errors.size() == 1
                ? errors.get(0).field() + ": " + errors.get(0).message()
                : errors.size() + " values are invalid; errors names them.");
    problem.setProperty("errors", errors);
    return problem;
  }

  /** Answers a request that no handler sees. */
  public static void write(HttpServletResponse response, ProblemType type, String detail)
      throws IOException {
    response.setStatus(type.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getOutputStream().write(bytes(type, detail));
  }

  /** The document's bytes. */
  public static byte[] bytes(ProblemType type, String detail) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", type.uri().toString());
    document.put("title", type.title());
    document.put("status", type.status().value());
    document.put("detail", detail);
    return JSON.writeValueAsBytes(document);
  }
}
