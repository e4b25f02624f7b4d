package dev.touchstone.configuration;

import io.micrometer.tracing.exporter.SpanExportingPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Traces of nights: a span for the job and one for each of its steps. */
@Configuration(proxyBeanMethods = false)
public class TraceConfiguration {

  private static final String STEP_NAME = "spring.batch.step.name";

  /** Between a partitioned step's name and that of one of its parts. */
  private static final String PARTITION_SEPARATOR = ":";

  /** Parts run in other threads, and would each be a trace of their own. */
  @Bean
  SpanExportingPredicate noPartsOfSteps() {
    return span -> {
      String step = span.getTags().get(STEP_NAME);
      return step == null || !step.contains(PARTITION_SEPARATOR);
    };
  }
}
