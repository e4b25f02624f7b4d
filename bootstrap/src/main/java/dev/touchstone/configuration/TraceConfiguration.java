package dev.touchstone.configuration;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Traces of nights: a span for the job and one for each of its steps. */
@Configuration(proxyBeanMethods = false)
public class TraceConfiguration {

  private static final String STEP_NAME = "spring.batch.step.name";

  /** Between a partitioned step's name and that of one of its parts. */
  private static final String PARTITION_SEPARATOR = ":";

  /** The framework observes steps that are beans; most of a job's steps are none. */
  @Bean
  static BeanPostProcessor observedSteps(ObjectProvider<ObservationRegistry> registry) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof AbstractJob job) {
          for (String step : job.getStepNames()) {
            if (job.getStep(step) instanceof AbstractStep observed) {
              observed.setObservationRegistry(registry.getObject());
            }
          }
        }
        return bean;
      }
    };
  }

  /** Parts run in other threads, and would each be a trace of their own. */
  @Bean
  SpanExportingPredicate noPartsOfSteps() {
    return span -> {
      String step = span.getTags().get(STEP_NAME);
      return step == null || !step.contains(PARTITION_SEPARATOR);
    };
  }
}
