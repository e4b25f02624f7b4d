package dev.touchstone.server;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

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
  FilterRegistrationBean<DatabaseAwayFilter> databaseAwayFilter() {
    FilterRegistrationBean<DatabaseAwayFilter> registration =
        new FilterRegistrationBean<>(new DatabaseAwayFilter());
    registration.setOrder(DatabaseAwayFilter.ORDER);
    return registration;
  }
}
