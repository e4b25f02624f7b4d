package dev.touchstone.web.account;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.access.Role;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase.ChangeAccountCommand.ChoosePassword;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase.ChangeAccountResult;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.page.PageLanguages;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages by which people sign in and choose a password; the chain of pages guards them. */
@Controller
@Hidden
public class AccountPages {

  static final String SIGN_IN = "/sign-in";
  static final String REFUSED = SIGN_IN + "?error";
  static final String PASSWORD = "/account/password";

  private final ChangeAccountUseCase changeAccount;

  /** Takes its use case. */
  public AccountPages(ChangeAccountUseCase changeAccount) {
    this.changeAccount = changeAccount;
  }

  /** The form to sign in. */
  @GetMapping(SIGN_IN)
  @Access(Role.PUBLIC)
  public ModelAndView signIn() {
    return page("account/sign-in", SIGN_IN);
  }

  /** The form to choose a password. */
  @GetMapping(PASSWORD)
  @Access(Role.PUBLIC)
  public ModelAndView password() {
    return page("account/password", PASSWORD);
  }

  /** Chooses a password. */
  @PostMapping(PASSWORD)
  @Access(Role.PUBLIC)
  public ModelAndView choose(
      @RequestParam String present,
      @RequestParam String password,
      Principal principal,
      HttpServletRequest request) {
    ChangeAccountResult result =
        changeAccount.change(
            new ChoosePassword(
                new Actor(principal.getName(), "PAGE", request.getRemoteAddr()),
                principal.getName(),
                present,
                password));
    ModelAndView page = password();
    if (result instanceof ChangeAccountResult.Changed) {
      page.addObject("changed", true);
    } else if (result instanceof ChangeAccountResult.Refused refused) {
      page.addObject("refusal", "account.password.refused." + refused.refusal());
    } else {
      page.addObject("refusal", "account.password.stale");
    }
    return page;
  }

  private static ModelAndView page(String template, String self) {
    return new ModelAndView(template, Map.of("self", self));
  }

  /** The address of a page, in the language that the request has chosen. */
  static String inLanguageOf(HttpServletRequest request, String path) {
    return PageLanguages.findChosen(request)
        .map(language -> path + (path.contains("?") ? "&" : "?") + "lang=" + language.code())
        .orElse(path);
  }
}
