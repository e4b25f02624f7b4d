package dev.touchstone.web.api;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all resources share, wired into the framework. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemHandler.class, OpenApiConfiguration.class})
public class ApiConfiguration implements WebMvcConfigurer {

  private static final String API = "/api/**";

  private final Callers callers;

  /** Takes what tells who calls. */
  public ApiConfiguration(Callers callers) {
    this.callers = callers;
  }

  @Bean
  StorableTextModule storableTextModule() {
    return new StorableTextModule();
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new AccessInterceptor(callers));
    registry.addInterceptor(new ParameterRules()).addPathPatterns(API);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CallerResolver(callers));
    resolvers.add(new IfMatchResolver());
    resolvers.add(new PageQueryResolver());
  }
}
