package dev.touchstone.web.reference;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/** What people read of a request that was refused before it came to a page. */
public final class CustomerErrorPage {

  private static final String PAGES = "/references/";
  private static final String SIGN_IN = "/sign-in";

  private CustomerErrorPage() {}

  /**
   * The page that says what to do.
   *
   * @param path the path that was asked for
   * @return empty if it is none of the customers' pages, nor signing in while it is unavailable
   */
  public static Optional<ModelAndView> find(
      HttpServletRequest request, String path, HttpStatusCode status) {
    return path.startsWith(PAGES)
            || (path.equals(SIGN_IN) && status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE))
        ? Optional.of(CustomerPage.refusal(request, status))
        : Optional.empty();
  }
}
