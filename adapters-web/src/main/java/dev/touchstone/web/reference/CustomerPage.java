package dev.touchstone.web.reference;

import dev.touchstone.domain.text.Language;
import dev.touchstone.web.page.PageLanguages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What the pages behind customers' links have in common. */
abstract class CustomerPage {

  /** Nobody keeps a copy, nobody learns the address: both open what only the customer may. */
  @ModelAttribute
  void keepSecret(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
  }

  /** A page that says one thing. */
  static ModelAndView message(
      HttpServletRequest request,
      HttpStatusCode status,
      @Nullable Language addressedIn,
      String title,
      String text) {
    if (addressedIn != null) {
      PageLanguages.suggest(request, addressedIn);
    }
    ModelAndView page = new ModelAndView("reference/message", status);
    page.addObject("title", title);
    page.addObject("text", text);
    return page;
  }

  static ModelAndView unknown(HttpServletRequest request) {
    return message(
        request, HttpStatus.NOT_FOUND, null, "reference.unknown.title", "reference.unknown.text");
  }

  /** The page of a status: what has happened, and what to do. */
  static ModelAndView refusal(HttpServletRequest request, HttpStatusCode status) {
    String key =
        switch (status.value()) {
          case 403 -> "page.refused";
          case 404 -> "reference.unknown";
          case 429 -> "page.busy";
          default -> "page.failed";
        };
    return message(request, status, null, key + ".title", key + ".text");
  }
}
