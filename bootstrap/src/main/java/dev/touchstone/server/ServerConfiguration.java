package dev.touchstone.server;

import dev.touchstone.web.api.OperationMapping;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The container, and its answers to what no handler sees. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemErrorController.class, DatabaseProblems.class})
public class ServerConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTheContainer() {
    return factory ->
        factory.addContextCustomizers(
            context ->
                ((StandardHost) context.getParent())
                    .setErrorReportValveClass(ProblemErrorValve.class.getName()));
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowSenders() {
    return factory -> factory.addEngineValves(new SlowSenderValve());
  }

  @Bean
  WebMvcRegistrations operationMapping() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new OperationMapping();
      }
    };
  }

  /** Around every filter of every request, and nobody has asked for them. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  FilterRegistrationBean<DatabaseAwayFilter> databaseAwayFilter() {
    FilterRegistrationBean<DatabaseAwayFilter> registration =
        new FilterRegistrationBean<>(new DatabaseAwayFilter());
    registration.setOrder(DatabaseAwayFilter.ORDER);
    return registration;
  }
}
