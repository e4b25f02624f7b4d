package dev.touchstone.persistence.canary;

import org.springframework.batch.core.job.Job;

/** Breaks rules on purpose: Batch outside batch, misnamed as a service. */
public class JobInPersistence {

  Job job() {
    throw new UnsupportedOperationException();
  }
}
