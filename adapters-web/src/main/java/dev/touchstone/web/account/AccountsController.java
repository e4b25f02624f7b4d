package dev.touchstone.web.account;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.account.Account;
import dev.touchstone.application.account.AccountName;
import dev.touchstone.application.account.port.in.AddAccountUseCase;
import dev.touchstone.application.account.port.in.AddAccountUseCase.AddAccountCommand;
import dev.touchstone.application.account.port.in.AddAccountUseCase.AddAccountResult;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase.ChangeAccountCommand;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase.ChangeAccountCommand.ResetPassword;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase.ChangeAccountCommand.SetDisabled;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase.ChangeAccountResult;
import dev.touchstone.application.account.port.out.Accounts;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.IfMatch;
import dev.touchstone.web.api.Page;
import dev.touchstone.web.api.PageQuery;
import dev.touchstone.web.api.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The program's view of all accounts. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts")
public class AccountsController {

  private final Accounts accounts;
  private final AddAccountUseCase addAccount;
  private final ChangeAccountUseCase changeAccount;

  /** Takes its ports. */
  public AccountsController(
      Accounts accounts, AddAccountUseCase addAccount, ChangeAccountUseCase changeAccount) {
    this.accounts = accounts;
    this.addAccount = addAccount;
    this.changeAccount = changeAccount;
  }

  record AccountRequest(
      @NotNull @Pattern(regexp = AccountName.PATTERN) @Schema(example = "acme") String name,
      @NotNull Role role,
      @Size(min = 1, max = 1000) @Schema(example = "P00001") @Nullable String partnerId,
      @Size(min = 1, max = 1000) @Schema(example = "doxa") @Nullable String vendor) {}

  record DisabledRequest(@NotNull Boolean disabled) {}

  record AccountResponse(
      @Schema(example = "acme") String name,
      Role role,
      @Schema(example = "P00001") @Nullable String partnerId,
      @Schema(example = "doxa") @Nullable String vendor,
      boolean disabled,
      @Schema(description = "Whether its password serves once, and whether it has.")
          Account.OneTime oneTimePassword,
      Instant createdAt) {

    static AccountResponse of(Account account) {
      return new AccountResponse(
          account.name().value(),
          account.role(),
          account.partnerId(),
          account.vendor(),
          account.disabled(),
          account.oneTime(),
          account.createdAt());
    }
  }

  record PasswordResponse(
      AccountResponse account,
      @Schema(description = "Told this once; nobody can read it again.", example = "h7kq…")
          String password) {

    @Override
    public String toString() {
      return "PasswordResponse[" + account.name() + "]";
    }
  }

  /** Lists accounts by name. */
  @GetMapping
  @Access(Role.PROGRAM)
  @Operation(summary = "All accounts")
  Page<AccountResponse> list(PageQuery page) {
    String after = page.after().isEmpty() ? null : page.after().get(0);
    List<Account> found = accounts.list(after, page.fetch());
    return Page.of(found, page, account -> List.of(account.name().value()))
        .map(AccountResponse::of);
  }

  /** One account. */
  @GetMapping("/{name}")
  @Access(Role.PROGRAM)
  @Operation(summary = "One account")
  ResponseEntity<AccountResponse> get(@PathVariable String name) {
    if (!AccountName.isValid(name)) {
      throw unknown();
    }
    return answer(accounts.find(new AccountName(name)).orElseThrow(AccountsController::unknown));
  }

  /**
   * Adds an account. The password is in the answer, so it is not kept to be given again: the name
   * tells a repeated request.
   */
  @PostMapping
  @Access(Role.PROGRAM)
  @Operation(summary = "Add an account", description = "The answer tells its password, once.")
  ResponseEntity<PasswordResponse> add(Caller caller, @Valid @RequestBody AccountRequest request) {
    AddAccountResult result =
        addAccount.add(
            new AddAccountCommand(
                caller.actor(),
                request.name(),
                request.role(),
                request.partnerId(),
                request.vendor()));
    if (result instanceof AddAccountResult.Known known) {
      throw ApiException.conflict(known.reason());
    }
    if (result instanceof AddAccountResult.Refused refused) {
      throw ApiException.ruleViolated(refused.reason());
    }
    AddAccountResult.Added added = (AddAccountResult.Added) result;
    return ResponseEntity.created(URI.create("/api/v1/accounts/" + request.name()))
        .eTag(Versions.etag(added.account().version()))
        .cacheControl(CacheControl.noStore())
        .body(new PasswordResponse(AccountResponse.of(added.account()), added.password()));
  }

  /** Gives an account a new password. */
  @PostMapping("/{name}/password-reset")
  @Access(Role.PROGRAM)
  @Operation(summary = "Give an account a new password")
  ResponseEntity<PasswordResponse> reset(
      Caller caller, @PathVariable String name, IfMatch ifMatch) {
    ChangeAccountResult.Reset reset =
        (ChangeAccountResult.Reset)
            change(new ResetPassword(caller.actor(), name, ifMatch.version(() -> get(name))));
    return ResponseEntity.ok()
        .eTag(Versions.etag(reset.account().version()))
        .cacheControl(CacheControl.noStore())
        .body(new PasswordResponse(AccountResponse.of(reset.account()), reset.password()));
  }

  /** Disables an account, or enables it again; tokens it has end by themselves in minutes. */
  @PutMapping("/{name}/disabled")
  @Access(Role.PROGRAM)
  @Operation(summary = "Disable an account, or enable it again")
  ResponseEntity<AccountResponse> setDisabled(
      Caller caller,
      @PathVariable String name,
      IfMatch ifMatch,
      @Valid @RequestBody DisabledRequest request) {
    if (name.equals(caller.actor().name()) && request.disabled()) {
      throw ApiException.ruleViolated("Nobody disables the account that is being used.");
    }
    ChangeAccountResult.Changed changed =
        (ChangeAccountResult.Changed)
            change(
                new SetDisabled(
                    caller.actor(), name, request.disabled(), ifMatch.version(() -> get(name))));
    return answer(changed.account());
  }

  private ChangeAccountResult change(ChangeAccountCommand command) {
    ChangeAccountResult result = changeAccount.change(command);
    if (result instanceof ChangeAccountResult.Unknown) {
      throw unknown();
    }
    if (result instanceof ChangeAccountResult.Stale) {
      throw ApiException.lostUpdate();
    }
    if (result instanceof ChangeAccountResult.Refused refused) {
      throw ApiException.ruleViolated(refused.refusal().reason());
    }
    return result;
  }

  private static ResponseEntity<AccountResponse> answer(Account account) {
    return ResponseEntity.ok()
        .eTag(Versions.etag(account.version()))
        .body(AccountResponse.of(account));
  }

  private static ApiException unknown() {
    return ApiException.notFound("There is no such account; GET /api/v1/accounts lists all.");
  }
}
