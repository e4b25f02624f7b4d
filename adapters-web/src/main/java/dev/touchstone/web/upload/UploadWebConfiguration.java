package dev.touchstone.web.upload;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.unit.DataSize;

/** Uploads over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import(SurveyWorkbooksController.class)
public class UploadWebConfiguration {

  @Bean
  UploadPace uploadPace(
      @Value("${touchstone.upload.slowest}") DataSize slowest,
      @Value("${touchstone.upload.patience}") Duration patience) {
    return new UploadPace(slowest.toBytes(), patience);
  }
}
