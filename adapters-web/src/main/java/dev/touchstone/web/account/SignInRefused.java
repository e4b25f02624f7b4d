package dev.touchstone.web.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** Shows who could not sign in the form again; that accounts cannot be read is no refusal. */
final class SignInRefused extends SimpleUrlAuthenticationFailureHandler {

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException, ServletException {
    if (refused instanceof InternalAuthenticationServiceException
        && refused.getCause() instanceof RuntimeException failure) {
      throw failure;
    }
    getRedirectStrategy()
        .sendRedirect(request, response, AccountPages.inLanguageOf(request, AccountPages.REFUSED));
  }
}
