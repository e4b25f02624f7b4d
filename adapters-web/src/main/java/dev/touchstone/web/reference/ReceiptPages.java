package dev.touchstone.web.reference;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.reference.ReferenceUse;
import dev.touchstone.application.reference.port.in.OpenReceiptUseCase;
import dev.touchstone.application.reference.port.in.OpenReceiptUseCase.ReferenceReceipt;
import dev.touchstone.application.reference.port.in.WithdrawReferenceUseCase;
import dev.touchstone.application.reference.port.in.WithdrawReferenceUseCase.WithdrawReferenceCommand;
import dev.touchstone.application.reference.port.in.WithdrawReferenceUseCase.WithdrawReferenceResult;
import dev.touchstone.domain.reference.LinkHash;
import dev.touchstone.domain.text.Language;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.page.PageLanguages;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which a customer sees what was signed and where it is used, and takes it back. */
@Controller
@Hidden
public class ReceiptPages extends CustomerPage {

  static final String PATH = "/references/receipt";

  private final OpenReceiptUseCase openReceipt;
  private final WithdrawReferenceUseCase withdrawReference;

  /** Takes its use cases. */
  public ReceiptPages(OpenReceiptUseCase openReceipt, WithdrawReferenceUseCase withdrawReference) {
    this.openReceipt = openReceipt;
    this.withdrawReference = withdrawReference;
  }

  /** Shows the receipt. */
  @GetMapping(PATH + "/{token}")
  @Access(Role.PUBLIC)
  public ModelAndView show(@PathVariable String token, HttpServletRequest request) {
    return openReceipt
        .open(LinkHash.of(token))
        .map(receipt -> show(token, request, receipt))
        .orElseGet(() -> unknown(request));
  }

  /** Takes the signature back. */
  @PostMapping(PATH + "/{token}/withdraw")
  @Access(Role.PUBLIC)
  public ModelAndView withdraw(@PathVariable String token, HttpServletRequest request) {
    WithdrawReferenceResult result =
        withdrawReference.withdraw(
            new WithdrawReferenceCommand(LinkHash.of(token), request.getRemoteAddr()));
    if (result == WithdrawReferenceResult.UNKNOWN) {
      return unknown(request);
    }
    String language =
        PageLanguages.findChosen(request).map(chosen -> "?lang=" + chosen.code()).orElse("");
    return SigningPages.redirect(PATH + "/" + token + language);
  }

  private static ModelAndView show(
      String token, HttpServletRequest request, ReferenceReceipt receipt) {
    Language language = PageLanguages.findChosen(request).orElse(receipt.addressedIn());
    PageLanguages.suggest(request, language);
    ModelAndView page = new ModelAndView("reference/receipt");
    page.addObject("receipt", receipt);
    page.addObject("self", PATH + "/" + token);
    page.addObject("signed", ReadableDates.of(receipt.signature().on(), language));
    LocalDate withdrawnOn = receipt.withdrawnOn();
    page.addObject(
        "withdrawn", withdrawnOn == null ? null : ReadableDates.of(withdrawnOn, language));
    ReferenceUse use = receipt.use();
    if (use != null) {
      page.addObject("night", ReadableDates.of(use.night(), language));
      page.addObject("tiers", String.join(", ", use.countedFor()));
    }
    return page;
  }
}
