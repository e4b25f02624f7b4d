package dev.touchstone.web.account;

import dev.touchstone.web.api.ProblemType;
import dev.touchstone.web.api.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no client but the browser's ask for a code. Accounts are clients too, of which no address is
 * known that a code may be sent to; where the framework judges their other faults first, it would
 * send the answer to whatever address the request names.
 */
final class BrowsersOnly extends OncePerRequestFilter {

  static final String PATH = "/oauth2/authorize";

  private static final String CLIENT = "client_id";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getServletPath().equals(PATH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String[] clients = request.getParameterValues(CLIENT);
    if (clients != null && clients.length == 1 && clients[0].equals(AccountClients.BROWSER)) {
      chain.doFilter(request, response);
      return;
    }
    Problems.write(
        response,
        ProblemType.INVALID_REQUEST,
        "Codes are for browsers: client_id is "
            + AccountClients.BROWSER
            + ", once. Other clients ask POST /oauth2/token for their tokens.");
  }
}
