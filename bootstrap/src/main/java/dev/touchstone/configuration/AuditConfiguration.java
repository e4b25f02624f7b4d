package dev.touchstone.configuration;

import dev.touchstone.application.audit.EvidenceChanges;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.persistence.audit.JdbcAuditLog;
import dev.touchstone.persistence.audit.LockingEvidenceClock;
import dev.touchstone.persistence.audit.TransactionalUnitOfWork;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Who changed what, and the transactions and moments of changes. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

  @Bean
  AuditLog auditLog(DataSource dataSource) {
    return new JdbcAuditLog(dataSource);
  }

  @Bean
  EvidenceClock evidenceClock(DataSource dataSource) {
    return new LockingEvidenceClock(dataSource);
  }

  @Bean
  UnitOfWork unitOfWork(DataSource dataSource, PlatformTransactionManager transactionManager) {
    return new TransactionalUnitOfWork(dataSource, transactionManager);
  }

  @Bean
  EvidenceChanges evidenceChanges(
      UnitOfWork unitOfWork, AuditLog auditLog, EvidenceClock evidenceClock, Clock clock) {
    return new EvidenceChanges(unitOfWork, auditLog, evidenceClock, clock);
  }
}
