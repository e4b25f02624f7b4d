package dev.touchstone.web.api;

import dev.touchstone.application.access.Role;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Describes the API: its security, and what operations have in common. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  /** The extension that names the roles which may call an operation. */
  static final String ROLES = "x-roles";

  private static final String SCHEME = "oauth2";
  private static final String PROBLEM = "Problem";
  private static final String PROBLEM_JSON = "application/problem+json";
  private static final String MULTIPART =
      org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Caller.class, IfMatch.class, PageQuery.class);
  }

  @Bean
  OpenAPI openApi() {
    Scopes scopes = new Scopes();
    for (Role role : Role.values()) {
      if (role != Role.PUBLIC) {
        scopes.addString(role.name().toLowerCase(Locale.ROOT), "Act as " + role);
      }
    }
    return new OpenAPI()
        .info(
            new Info()
                .title("Touchstone")
                .version("v1")
                .description(
                    "A partner program in the open: where partners stand and why, what customers"
                        + " sign, what survey vendors send, what the program decides."))
        .components(
            new Components()
                .addSecuritySchemes(
                    SCHEME,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.OAUTH2)
                        .flows(
                            new OAuthFlows()
                                .clientCredentials(
                                    new OAuthFlow().tokenUrl("/oauth2/token").scopes(scopes))
                                .authorizationCode(
                                    new OAuthFlow()
                                        .authorizationUrl("/oauth2/authorize")
                                        .tokenUrl("/oauth2/token")
                                        .scopes(scopes))))
                .addSchemas(PROBLEM, problemSchema()));
  }

  private static Schema<?> problemSchema() {
    Schema<?> error =
        new Schema<>()
            .type("object")
            .addProperty("field", new StringSchema().example("name"))
            .addProperty("message", new StringSchema().example("must not be blank"));
    return new Schema<>()
        .type("object")
        .description("A problem document (RFC 9457).")
        .addProperty(
            "type",
            new StringSchema().format("uri").example(ProblemType.NOT_FOUND.uri().toString()))
        .addProperty("title", new StringSchema().example(ProblemType.NOT_FOUND.title()))
        .addProperty("status", new IntegerSchema().example(404))
        .addProperty("detail", new StringSchema().example("There is no partner P-1 for you."))
        .addProperty(
            "errors",
            new ArraySchema()
                .items(error)
                .description("The invalid values, where values are invalid."));
  }

  @Bean
  OperationCustomizer operations() {
    return (operation, handler) -> {
      describeAccess(operation, handler);
      for (MethodParameter parameter : handler.getMethodParameters()) {
        if (parameter.getParameterType() == PageQuery.class) {
          add(operation, limit());
          add(operation, after());
        }
        if (parameter.getParameterType() == IfMatch.class) {
          add(
              operation,
              header("If-Match", "The ETag of the version that is changed.", "\"7\"")
                  .required(true));
        }
      }
      if (takesKey(handler)) {
        add(
            operation,
            header(
                "Idempotency-Key",
                "Any text of up to 200 characters: sent again within a day, it gives the first"
                    + " answer again.",
                "4f0a1d"));
      }
      operation
          .getResponses()
          .addApiResponse(
              "default",
              new ApiResponse()
                  .description("A problem")
                  .content(
                      new Content()
                          .addMediaType(
                              PROBLEM_JSON,
                              new MediaType()
                                  .schema(
                                      new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
      return operation;
    };
  }

  /** Handlers of one path and method, for different bodies, share one operation. */
  private static void add(Operation operation, Parameter parameter) {
    List<Parameter> known = operation.getParameters();
    if (known == null
        || known.stream().noneMatch(other -> parameter.getName().equals(other.getName()))) {
      operation.addParametersItem(parameter);
    }
  }

  /** Every POST does, but of files, which are told apart by their content. */
  private static boolean takesKey(HandlerMethod handler) {
    PostMapping post = handler.getMethodAnnotation(PostMapping.class);
    return post != null && !Arrays.asList(post.consumes()).contains(MULTIPART);
  }

  private static void describeAccess(Operation operation, HandlerMethod handler) {
    Access access = handler.getMethodAnnotation(Access.class);
    List<String> roles =
        access == null ? List.of() : Arrays.stream(access.value()).map(Role::name).toList();
    operation.addExtension(ROLES, roles);
    if (!roles.contains(Role.PUBLIC.name())) {
      operation.addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }
  }

  private static Parameter limit() {
    Schema<Number> schema = new IntegerSchema();
    schema.setMinimum(BigDecimal.ONE);
    schema.setMaximum(BigDecimal.valueOf(PageQuery.MOST));
    schema.setDefault(PageQuery.DEFAULT);
    return new Parameter()
        .in("query")
        .name(PageQueryResolver.LIMIT)
        .description("How many items at most.")
        .schema(schema);
  }

  private static Parameter after() {
    return new Parameter()
        .in("query")
        .name(PageQueryResolver.AFTER)
        .description("What the page before gave as next.")
        .schema(new StringSchema());
  }

  private static Parameter header(String name, String description, String example) {
    return new Parameter()
        .in("header")
        .name(name)
        .description(description)
        .schema(new StringSchema())
        .example(example);
  }
}
