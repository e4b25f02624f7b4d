package dev.touchstone.persistence.intake;

import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.port.out.EvidenceStore;
import dev.touchstone.persistence.postgres.CallerTransaction;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The evidence in one table for each kind, merged file by file with set-based statements. */
public final class JdbcEvidenceStore implements EvidenceStore {

  private final JdbcClient client;

  /** The evidence in the database of the data source. */
  public JdbcEvidenceStore(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public MergeCounts merge(IntakeFile file, Instant recordedAt) {
    CallerTransaction.require();
    EvidenceMerge merge =
        switch (file.file().kind()) {
          case PARTNERS -> new PartnerMerge(client, file, recordedAt);
          case CERTIFICATIONS -> new CertificationMerge(client, file, recordedAt);
          case ENROLLMENTS, REFERENCES, SURVEYS -> new EvidenceMerge(client, file, recordedAt);
        };
    return merge.run();
  }
}
