package dev.touchstone.server;

import dev.touchstone.web.api.ProblemType;
import dev.touchstone.web.api.Problems;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Answers requests that the container refuses before any application sees them. */
public final class ProblemErrorValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    ProblemType type = ProblemType.of(HttpStatusCode.valueOf(status));
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(Problems.bytes(type, type.title() + "."));
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      LoggerFactory.getLogger(ProblemErrorValve.class).debug("Nobody to answer", gone);
    }
  }
}
