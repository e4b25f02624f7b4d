package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Nobody reaches what is not theirs. The cases come from the OpenAPI document: every operation is
 * called by everybody who may not, and a new one is called too, or fails this test until it can be.
 */
class IsolationIT {

  /** What a partner or vendor may call though the path names nobody: it shows only the caller. */
  private static final Set<String> OF_THE_CALLER_ALONE =
      Set.of("GET /api/v1/account", "PUT /api/v1/account/password");

  private static ServerFixture server;
  private static List<ApiOperation> operations;
  private static Inhabitants inhabitants;

  @BeforeAll
  static void start() {
    server = ServerFixture.start();
    inhabitants = Inhabitants.settle(server);
    operations = ApiOperation.listOf(server.stranger().get("/v3/api-docs").json());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theDocumentHasEveryOperation() {
    Set<String> mapped = new TreeSet<>();
    server
        .bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              if (handler.getBeanType().getName().startsWith("dev.touchstone.")) {
                mapping
                    .getPathPatternsCondition()
                    .getPatternValues()
                    .forEach(
                        path ->
                            mapping
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(method -> mapped.add(method + " " + path)));
              }
            });
    mapped.removeIf(operation -> !operation.contains(" /api/"));
    assertThat(operations.stream().map(ApiOperation::toString)).containsAll(mapped);
    assertThat(mapped).hasSizeGreaterThan(5);
  }

  @TestFactory
  Stream<DynamicTest> everyOperationSaysWhoMayCallIt() {
    return each(operation -> assertThat(operation.roles()).isNotEmpty());
  }

  @TestFactory
  Stream<DynamicTest> nobodyCallsWithoutAValidToken() {
    return each(
        operation -> {
          Map<String, String> ids = inhabitants.ids();
          if (!operation.roles().contains("PUBLIC")) {
            assertThat(operation.call(server.stranger(), ids).status()).isEqualTo(401);
          }
          assertThat(operation.call(server.expired(), ids).status()).isEqualTo(401);
          assertThat(operation.call(server.forged(), ids).status()).isEqualTo(401);
        });
  }

  @TestFactory
  Stream<DynamicTest> nobodyCallsInAWrongRole() {
    return each(
        operation -> {
          if (operation.roles().contains("PUBLIC")) {
            return;
          }
          Map<String, Requests> callers = new LinkedHashMap<>();
          callers.put("PROGRAM", server.program());
          callers.put("PARTNER", server.partner(Inhabitants.OWNER));
          callers.put("VENDOR", server.vendor(Inhabitants.VENDOR));
          operation.roles().forEach(callers::remove);
          callers.forEach(
              (role, requests) ->
                  assertThat(operation.call(requests, inhabitants.ids()).status())
                      .as("as " + role)
                      .isEqualTo(403));
        });
  }

  @TestFactory
  Stream<DynamicTest> noPartnerReachesAnother() {
    return each(
        operation -> {
          if (!operation.roles().contains("PARTNER")
              || operation.roles().contains("PUBLIC")
              || OF_THE_CALLER_ALONE.contains(operation.toString())) {
            return;
          }
          assertThat(operation.variables())
              .as("a partner is named, or the operation is listed in this test")
              .contains("partnerId");
          Requests other = server.partner(Inhabitants.OTHER);
          assertThat(operation.call(other, inhabitants.ids()).status())
              .as("by the owner's address")
              .isEqualTo(404);
          if (operation.variables().size() > 1) {
            Map<String, String> smuggled = new HashMap<>(inhabitants.ids());
            smuggled.put("partnerId", Inhabitants.OTHER);
            Answer answer = operation.call(other, smuggled);
            assertThat(answer.status()).as("by the own address: " + answer).isEqualTo(404);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> noVendorReachesAnother() {
    return each(
        operation -> {
          if (operation.roles().contains("VENDOR") && !operation.variables().isEmpty()) {
            assertThat(
                    operation
                        .call(server.vendor(Inhabitants.OTHER_VENDOR), inhabitants.ids())
                        .status())
                .isEqualTo(404);
          }
        });
  }

  /** With the right ids the owner is let in, so that the refusals above mean something. */
  @TestFactory
  Stream<DynamicTest> theOwnerReachesItsOwn() {
    return each(
        operation -> {
          if (operation.method().equals("GET") && operation.roles().contains("PARTNER")) {
            Answer answer = operation.call(server.partner(Inhabitants.OWNER), inhabitants.ids());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
          }
        });
  }

  private static Stream<DynamicTest> each(java.util.function.Consumer<ApiOperation> claim) {
    List<DynamicTest> tests = new ArrayList<>();
    for (ApiOperation operation : operations) {
      tests.add(DynamicTest.dynamicTest(operation.toString(), () -> claim.accept(operation)));
    }
    return tests.stream();
  }
}
