package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A night is one trace: a span for the job, and in it one for each step that ran. */
class NightTraceIT {

  private static final AttributeKey<String> JOB = AttributeKey.stringKey("spring.batch.job.name");
  private static final AttributeKey<String> STEP = AttributeKey.stringKey("spring.batch.step.name");

  @Configuration(proxyBeanMethods = false)
  static class Kept {

    @Bean
    InMemorySpanExporter spans() {
      return InMemorySpanExporter.create();
    }
  }

  @Test
  void hasASpanForTheJobAndOneForEachStepAndNoneForAnItem() {
    try (ServerFixture server = ServerFixture.start(List.of(Kept.class))) {
      Nightwatch nightwatch = new Nightwatch(server);
      nightwatch.write(
          "partners/a.csv",
          "partner_id,name,registered_on\nP-1,Acme,2010-01-01\nP-2,Be,2010-01-01");
      nightwatch.run("2010-11-15");
      server.bean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
      List<SpanData> spans = server.bean(InMemorySpanExporter.class).getFinishedSpanItems();

      List<SpanData> jobs = spans.stream().filter(s -> s.getAttributes().get(JOB) != null).toList();
      assertThat(jobs).hasSize(1);
      SpanData job = jobs.get(0);
      assertThat(job.getAttributes().get(JOB)).isEqualTo("nightly");
      assertThat(job.getParentSpanContext().isValid()).as(spans.toString()).isFalse();
      List<SpanData> steps =
          spans.stream().filter(span -> span.getAttributes().get(STEP) != null).toList();
      assertThat(steps.stream().map(step -> step.getAttributes().get(STEP)))
          .containsExactlyInAnyOrderElementsOf(
              server
                  .sql()
                  .sql("SELECT step_name FROM batch_step_execution WHERE step_name NOT LIKE '%:%'")
                  .query(String.class)
                  .list())
          .contains("recalculate", "publish-feed", "complete-night");
      assertThat(steps)
          .allSatisfy(step -> assertThat(step.getParentSpanId()).isEqualTo(job.getSpanId()));
      assertThat(spans.stream().filter(span -> span.getTraceId().equals(job.getTraceId())))
          .hasSize(1 + steps.size());
      assertThat(spans.stream().map(SpanData::getName))
          .noneMatch(name -> name.contains("item") || name.contains("chunk"));
    }
  }
}
