package dev.touchstone.web.reference;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.reference.port.in.DeclineReferenceUseCase;
import dev.touchstone.application.reference.port.in.DeclineReferenceUseCase.DeclineReferenceCommand;
import dev.touchstone.application.reference.port.in.DeclineReferenceUseCase.DeclineReferenceResult;
import dev.touchstone.application.reference.port.in.OpenSigningLinkUseCase;
import dev.touchstone.application.reference.port.in.OpenSigningLinkUseCase.SigningLink;
import dev.touchstone.application.reference.port.in.SignReferenceUseCase;
import dev.touchstone.application.reference.port.in.SignReferenceUseCase.SignReferenceCommand;
import dev.touchstone.application.reference.port.in.SignReferenceUseCase.SignReferenceResult;
import dev.touchstone.domain.reference.LinkHash;
import dev.touchstone.domain.text.Language;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.page.PageLanguages;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The pages on which a customer signs or declines. Opening the link changes nothing: programs that
 * look through mails open every link.
 */
@Controller
@Hidden
public class SigningPages extends CustomerPage {

  static final String PATH = "/references/sign";

  private final OpenSigningLinkUseCase openLink;
  private final SignReferenceUseCase signReference;
  private final DeclineReferenceUseCase declineReference;

  /** Takes its use cases. */
  public SigningPages(
      OpenSigningLinkUseCase openLink,
      SignReferenceUseCase signReference,
      DeclineReferenceUseCase declineReference) {
    this.openLink = openLink;
    this.signReference = signReference;
    this.declineReference = declineReference;
  }

  /** Shows what there is to sign. */
  @GetMapping(PATH + "/{token}")
  @Access(Role.PUBLIC)
  public ModelAndView show(@PathVariable String token, HttpServletRequest request) {
    return show(token, request, HttpStatus.OK, null);
  }

  /** Signs what was shown. */
  @PostMapping(PATH + "/{token}/sign")
  @Access(Role.PUBLIC)
  public ModelAndView sign(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String signatory,
      @RequestParam(defaultValue = "") String statement,
      @RequestParam(defaultValue = "") String lang,
      HttpServletRequest request) {
    Optional<SignReferenceCommand> command =
        findCommand(token, request, signatory, statement, lang);
    if (command.isEmpty()) {
      return show(token, request, HttpStatus.BAD_REQUEST, "reference.sign.invalid.name");
    }
    SignReferenceResult result = signReference.sign(command.get());
    if (result instanceof SignReferenceResult.Signed signed) {
      return redirect(
          ReceiptPages.PATH
              + "/"
              + signed.receipt().value()
              + "?lang="
              + command.get().language().code());
    }
    if (result instanceof SignReferenceResult.NotSigned notSigned) {
      return closed(request, notSigned.link());
    }
    return show(token, request, HttpStatus.CONFLICT, "reference.sign.changed");
  }

  private static Optional<SignReferenceCommand> findCommand(
      String token, HttpServletRequest request, String signatory, String statement, String lang) {
    try {
      return Optional.of(
          new SignReferenceCommand(
              LinkHash.of(token),
              request.getRemoteAddr(),
              signatory,
              Language.find(lang).orElse(Language.EN),
              statement));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  /** Declines. */
  @PostMapping(PATH + "/{token}/decline")
  @Access(Role.PUBLIC)
  public ModelAndView decline(@PathVariable String token, HttpServletRequest request) {
    DeclineReferenceResult result =
        declineReference.decline(
            new DeclineReferenceCommand(LinkHash.of(token), request.getRemoteAddr()));
    if (result instanceof DeclineReferenceResult.NotDeclined notDeclined) {
      return closed(request, notDeclined.link());
    }
    return message(
        request, HttpStatus.OK, null, "reference.declined.title", "reference.declined.text");
  }

  private ModelAndView show(
      String token, HttpServletRequest request, HttpStatus status, @Nullable String notice) {
    SigningLink link =
        openLink.open(LinkHash.of(token), PageLanguages.findChosen(request).orElse(null));
    if (!(link instanceof SigningLink.Open open)) {
      return closed(request, link);
    }
    Language language = open.statement().language();
    PageLanguages.suggest(request, language);
    ModelAndView page = new ModelAndView("reference/sign", status);
    page.addObject("link", open);
    page.addObject("self", PATH + "/" + token);
    page.addObject("expires", ReadableDates.of(open.expiresAt(), language));
    page.addObject("notice", notice);
    return page;
  }

  private static ModelAndView closed(HttpServletRequest request, SigningLink link) {
    return link instanceof SigningLink.Closed closed
        ? message(
            request,
            HttpStatus.GONE,
            closed.addressedIn(),
            "reference.closed.title",
            "reference.closed." + closed.reason())
        : unknown(request);
  }

  static ModelAndView redirect(String path) {
    RedirectView view = new RedirectView(path, true, false, false);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(view);
  }
}
