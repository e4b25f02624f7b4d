package dev.touchstone.configuration;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase;
import dev.touchstone.application.whatif.port.in.DrawWhatIfUseCase;
import dev.touchstone.application.whatif.port.in.InterruptWhatIfsUseCase;
import dev.touchstone.application.whatif.port.in.StartWhatIfUseCase;
import dev.touchstone.application.whatif.port.out.WhatIfs;
import dev.touchstone.application.whatif.service.DrawWhatIfService;
import dev.touchstone.application.whatif.service.InterruptWhatIfsService;
import dev.touchstone.application.whatif.service.StartWhatIfService;
import dev.touchstone.persistence.whatif.JdbcWhatIfs;
import dev.touchstone.persistence.whatif.WhatIfOwner;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Trials of candidate policies that are kept. */
@Configuration(proxyBeanMethods = false)
public class WhatIfConfiguration {

  @Bean
  WhatIfOwner whatIfOwner(DataSource dataSource) {
    return new WhatIfOwner(dataSource);
  }

  @Bean
  WhatIfs whatIfs(
      DataSource dataSource,
      PlatformTransactionManager transactionManager,
      WhatIfOwner whatIfOwner) {
    return new JdbcWhatIfs(dataSource, transactionManager, whatIfOwner);
  }

  @Bean
  BackgroundThread whatIfThread() {
    return new BackgroundThread("what-if");
  }

  @Bean
  StartWhatIfUseCase startWhatIf(
      WhatIfs whatIfs,
      InterruptWhatIfsUseCase interruptWhatIfs,
      Nights nights,
      TryPolicyUseCase tryPolicy,
      AuditLog auditLog,
      UnitOfWork unitOfWork,
      BackgroundThread whatIfThread,
      Clock clock) {
    return new StartWhatIfService(
        whatIfs,
        interruptWhatIfs,
        nights,
        tryPolicy,
        auditLog,
        unitOfWork,
        whatIfThread::execute,
        clock);
  }

  @Bean
  DrawWhatIfUseCase drawWhatIf() {
    return new DrawWhatIfService();
  }

  @Bean
  InterruptWhatIfsUseCase interruptWhatIfs(WhatIfs whatIfs, Clock clock) {
    return new InterruptWhatIfsService(whatIfs, clock);
  }
}
