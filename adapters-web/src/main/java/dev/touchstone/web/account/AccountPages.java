package dev.touchstone.web.account;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.access.Role;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase.ChangeAccountCommand.ChoosePassword;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase.ChangeAccountResult;
import dev.touchstone.web.api.Access;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages by which people sign in and choose a password; the chain of pages guards them. */
@Controller
@Hidden
public class AccountPages {

  static final String SIGN_IN = "/sign-in";
  static final String PASSWORD = "/account/password";

  private final ChangeAccountUseCase changeAccount;

  /** Takes its use case. */
  public AccountPages(ChangeAccountUseCase changeAccount) {
    this.changeAccount = changeAccount;
  }

  /** The form to sign in. */
  @GetMapping(SIGN_IN)
  @Access(Role.PUBLIC)
  public String signIn() {
    return "account/sign-in";
  }

  /** The form to choose a password. */
  @GetMapping(PASSWORD)
  @Access(Role.PUBLIC)
  public String password() {
    return "account/password";
  }

  /** Chooses a password. */
  @PostMapping(PASSWORD)
  @Access(Role.PUBLIC)
  public String choose(
      @RequestParam String present,
      @RequestParam String password,
      Principal principal,
      HttpServletRequest request,
      Model model) {
    ChangeAccountResult result =
        changeAccount.change(
            new ChoosePassword(
                new Actor(principal.getName(), "PAGE", request.getRemoteAddr()),
                principal.getName(),
                present,
                password));
    if (result instanceof ChangeAccountResult.Changed) {
      model.addAttribute("changed", true);
    } else if (result instanceof ChangeAccountResult.Refused refused) {
      model.addAttribute("refusal", refused.reason());
    } else {
      model.addAttribute("refusal", "The account was changed meanwhile; try again.");
    }
    return "account/password";
  }
}
