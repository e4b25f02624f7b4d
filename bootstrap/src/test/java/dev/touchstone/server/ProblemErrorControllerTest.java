package dev.touchstone.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

class ProblemErrorControllerTest {

  private final MockHttpServletRequest request = new MockHttpServletRequest();
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void tellsCustomersOnAPageToWait() throws IOException {
    failed("/references/sign/x/sign", 429);

    ModelAndView page = requireNonNull(new ProblemErrorController().error(request, response));
    assertThat(page.getStatus()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    assertThat(page.getModel()).containsEntry("text", "page.busy.text");
    assertThat(response.getContentLength()).isZero();
  }

  @Test
  void tellsWhoSignsInOnAPageThatItIsUnavailable() throws IOException {
    failed("/sign-in", 503);

    ModelAndView page = requireNonNull(new ProblemErrorController().error(request, response));
    assertThat(page.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(page.getModel()).containsEntry("text", "page.failed.text");
  }

  @Test
  void answersProgramsWithADocument() throws IOException {
    failed("/api/v1/partners", 429);

    assertThat(new ProblemErrorController().error(request, response)).isNull();
    assertThat(response.getStatus()).isEqualTo(429);
    assertThat(response.getContentType()).startsWith("application/problem+json");
  }

  private void failed(String path, int status) {
    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, path);
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
  }
}
