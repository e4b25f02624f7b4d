package dev.touchstone.web.account;

import dev.touchstone.application.account.Account.OneTime;
import dev.touchstone.application.account.AccountName;
import dev.touchstone.application.account.port.in.UseOneTimePasswordUseCase;
import dev.touchstone.application.account.port.in.UseOneTimePasswordUseCase.Purpose;
import dev.touchstone.application.account.port.in.UseOneTimePasswordUseCase.UseOneTimePasswordCommand;
import dev.touchstone.application.account.port.out.Accounts;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Sends people on their way, but whose password serves only once to choose another first. */
final class SignedIn extends SavedRequestAwareAuthenticationSuccessHandler {

  private final Accounts accounts;
  private final UseOneTimePasswordUseCase useOneTimePassword;

  SignedIn(Accounts accounts, UseOneTimePasswordUseCase useOneTimePassword) {
    this.accounts = accounts;
    this.useOneTimePassword = useOneTimePassword;
    setDefaultTargetUrl("/docs");
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws ServletException, IOException {
    AccountName name = new AccountName(authentication.getName());
    boolean oneTime =
        accounts.find(name).filter(account -> account.oneTime() != OneTime.NO).isPresent();
    if (!oneTime) {
      super.onAuthenticationSuccess(request, response, authentication);
    } else if (useOneTimePassword.use(
        new UseOneTimePasswordCommand(name, request.getRemoteAddr(), Purpose.PAGE))) {
      getRedirectStrategy()
          .sendRedirect(
              request, response, AccountPages.inLanguageOf(request, AccountPages.PASSWORD));
    } else {
      request.getSession().invalidate();
      getRedirectStrategy()
          .sendRedirect(
              request, response, AccountPages.inLanguageOf(request, AccountPages.REFUSED));
    }
  }
}
