package dev.touchstone.configuration;

import dev.touchstone.application.account.port.in.AddAccountUseCase;
import dev.touchstone.application.account.port.in.ChangeAccountUseCase;
import dev.touchstone.application.account.port.in.OpenFirstAccountUseCase;
import dev.touchstone.application.account.port.in.UseOneTimePasswordUseCase;
import dev.touchstone.application.account.port.out.Accounts;
import dev.touchstone.application.account.port.out.Passwords;
import dev.touchstone.application.account.service.AddAccountService;
import dev.touchstone.application.account.service.ChangeAccountService;
import dev.touchstone.application.account.service.OpenFirstAccountService;
import dev.touchstone.application.account.service.UseOneTimePasswordService;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.persistence.account.JdbcAccounts;
import dev.touchstone.web.account.Argon2Passwords;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may use the product. */
@Configuration(proxyBeanMethods = false)
public class AccountConfiguration {

  @Bean
  Accounts accounts(DataSource dataSource) {
    return new JdbcAccounts(dataSource);
  }

  @Bean
  Passwords passwords() {
    return new Argon2Passwords();
  }

  @Bean
  AddAccountUseCase addAccount(
      Accounts accounts,
      Passwords passwords,
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      Clock clock) {
    return new AddAccountService(accounts, passwords, unitOfWork, auditLog, clock);
  }

  @Bean
  OpenFirstAccountUseCase openFirstAccount(
      Accounts accounts,
      Passwords passwords,
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      Clock clock) {
    return new OpenFirstAccountService(accounts, passwords, unitOfWork, auditLog, clock);
  }

  @Bean
  ChangeAccountUseCase changeAccount(
      Accounts accounts, Passwords passwords, UnitOfWork unitOfWork, AuditLog auditLog) {
    return new ChangeAccountService(accounts, passwords, unitOfWork, auditLog);
  }

  @Bean
  UseOneTimePasswordUseCase useOneTimePassword(
      Accounts accounts, UnitOfWork unitOfWork, AuditLog auditLog) {
    return new UseOneTimePasswordService(accounts, unitOfWork, auditLog);
  }
}
