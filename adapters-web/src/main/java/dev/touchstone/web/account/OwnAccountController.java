package dev.touchstone.web.account;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase.ChangeAccountCommand.ChoosePassword;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase.ChangeAccountResult;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own account. */
@RestController
@RequestMapping("/api/v1/account")
@Tag(name = "Accounts")
public class OwnAccountController {

  private final ChangeAccountUseCase changeAccount;

  /** Takes its use case. */
  public OwnAccountController(ChangeAccountUseCase changeAccount) {
    this.changeAccount = changeAccount;
  }

  record OwnAccountResponse(
      @Schema(example = "acme") String name,
      Role role,
      @Schema(example = "P00001") @Nullable String partnerId,
      @Schema(example = "doxa") @Nullable String vendor) {}

  record PasswordRequest(
      @NotBlank @Size(max = 200) @Schema(example = "h7kq2m9c4t") String presentPassword,
      @NotBlank @Size(max = 200) @Schema(example = "correct horse battery staple")
          String password) {

    @Override
    public String toString() {
      return "PasswordRequest";
    }
  }

  /** Says who the caller is. */
  @GetMapping
  @Access({Role.PROGRAM, Role.PARTNER, Role.VENDOR})
  @Operation(summary = "Who am I")
  OwnAccountResponse get(Caller caller) {
    return new OwnAccountResponse(
        caller.actor().name(), caller.role(), caller.partner(), caller.vendor());
  }

  /** Chooses a password; one that serves only once is replaced like this. */
  @PutMapping("/password")
  @Access({Role.PROGRAM, Role.PARTNER, Role.VENDOR})
  @Operation(summary = "Choose a password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void choosePassword(Caller caller, @Valid @RequestBody PasswordRequest request) {
    ChangeAccountResult result =
        changeAccount.change(
            new ChoosePassword(
                caller.actor(),
                caller.actor().name(),
                request.presentPassword(),
                request.password()));
    if (result instanceof ChangeAccountResult.Refused refused) {
      throw ApiException.ruleViolated(refused.refusal().reason());
    }
    if (result instanceof ChangeAccountResult.Stale) {
      throw ApiException.conflict("The account was changed at the same moment; try again.");
    }
    if (result instanceof ChangeAccountResult.Unknown) {
      throw ApiException.notFound("Your account is not kept here but by who gave the token.");
    }
  }
}
