package dev.touchstone.server;

import dev.touchstone.application.access.Role;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ProblemType;
import dev.touchstone.web.api.Problems;
import dev.touchstone.web.reference.CustomerErrorPage;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what failed outside all handlers, with a problem document, or to people with a page, and
 * nothing of its insides.
 */
@Controller
@Hidden
public class ProblemErrorController implements ErrorController {

  /**
   * Answers with the status that the container found.
   *
   * @return the page; null if the problem document is written
   */
  @RequestMapping("/error")
  @Access(Role.PUBLIC)
  public @Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object found = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatusCode status =
        found instanceof Integer code ? HttpStatusCode.valueOf(code) : HttpStatus.NOT_FOUND;
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Optional<ModelAndView> page =
        CustomerErrorPage.find(request, path == null ? "" : path.toString(), status);
    if (page.isEmpty()) {
      ProblemType type = ProblemType.of(status);
      Problems.write(response, type, type.title() + ".");
    }
    return page.orElse(null);
  }
}
