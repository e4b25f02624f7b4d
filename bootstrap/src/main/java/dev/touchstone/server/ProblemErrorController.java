package dev.touchstone.server;

import dev.touchstone.application.access.Role;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ProblemType;
import dev.touchstone.web.api.Problems;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside all handlers, with a problem document and nothing of its insides. */
@Controller
@Hidden
public class ProblemErrorController implements ErrorController {

  /** Answers with the status that the container found. */
  @RequestMapping("/error")
  @Access(Role.PUBLIC)
  public void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    ProblemType type =
        status instanceof Integer code
            ? ProblemType.of(HttpStatusCode.valueOf(code))
            : ProblemType.NOT_FOUND;
    Problems.write(response, type, type.title() + ".");
  }
}
