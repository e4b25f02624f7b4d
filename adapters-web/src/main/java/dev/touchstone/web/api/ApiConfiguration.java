package dev.touchstone.web.api;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
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

  /** Bodies are JSON. YAML, which a library of the documentation brings, is for policies alone. */
  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    builder.configureMessageConvertersList(
        converters ->
            converters.removeIf(
                converter ->
                    converter.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML)));
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new KnownOperations()).addPathPatterns(API);
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
