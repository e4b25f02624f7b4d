package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every operation, called by somebody who may, with what nobody should send. It is refused with a
 * problem document that says nothing of the server's insides; text that is only odd may be taken.
 */
class HostileRequestsIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MARK = "the place of a wrong value";
  private static final String DEEP = "[".repeat(5_000) + "]".repeat(5_000);

  private static final List<String> ODD_IDS =
      List.of(
          "..%2F..%2Fetc%2Fpasswd",
          "%00",
          "a%00b",
          "%27%20OR%201%3D1--",
          "%F0%9F%98%80",
          "%2A",
          "99999999999999999999999999",
          "-1",
          "1e9",
          "x".repeat(3_000),
          "%3Cscript%3E",
          "%E2%80%AEgnp");

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

  @TestFactory
  Stream<DynamicTest> refusesIdsThatAreNone() {
    return each(
        operation -> {
          for (String variable : operation.variables()) {
            for (String id : ODD_IDS) {
              Map<String, String> ids = new HashMap<>(inhabitants.ids());
              ids.put(variable, id);
              Answer answer = operation.call(callerOf(operation), ids);
              assertRefused(answer, variable + "=" + id);
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> refusesParametersThatAreNone() {
    return each(
        operation -> {
          for (String query :
              List.of("no-such=1", "limit=1e9", "after=%27", "date=2010-13-45", "date=%00")) {
            Answer answer = call(operation, "?" + query, operation.example());
            assertRefused(answer, query);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> refusesBodiesThatAreNone() {
    return each(
        operation -> {
          if (!operation.mediaType().equals("application/json")) {
            return;
          }
          for (String body :
              List.of("", "{", "null", "[]", "1", "\"text\"", DEEP, "{\"a\":" + DEEP + "}")) {
            assertRefused(call(operation, "", body), abbreviated(body));
          }
          ObjectNode example = (ObjectNode) JSON.readTree(operation.example());
          for (Map.Entry<String, JsonNode> field : example.properties()) {
            for (Map.Entry<String, String> wrong : wrongValues(field.getValue()).entrySet()) {
              ObjectNode body = example.deepCopy();
              body.put(field.getKey(), MARK);
              assertRefused(
                  call(operation, "", body.toString().replace('"' + MARK + '"', wrong.getValue())),
                  field.getKey() + ": " + wrong.getKey());
            }
          }
          ObjectNode unknown = example.deepCopy();
          unknown.put("noSuchField", 1);
          assertRefused(call(operation, "", unknown.toString()), "an unknown field");
        });
  }

  @TestFactory
  Stream<DynamicTest> survivesOddText() {
    return each(
        operation -> {
          if (!operation.mediaType().equals("application/json")) {
            return;
          }
          ObjectNode example = (ObjectNode) JSON.readTree(operation.example());
          for (Map.Entry<String, JsonNode> field : example.properties()) {
            if (field.getValue().isString()) {
              for (String text :
                  List.of(
                      "=HYPERLINK(\"http://evil\")",
                      "<script>alert(1)</script>",
                      "'; DROP TABLE partner; --",
                      "\u202Egnp.exe",
                      "a\r\nBcc: everybody@example.org",
                      "../../etc/passwd",
                      "x".repeat(900_000))) {
                ObjectNode body = example.deepCopy();
                body.put(field.getKey(), text);
                Answer answer = call(operation, "", body.toString());
                assertThat(answer.status()).as(abbreviated(text)).isLessThan(500);
                if (answer.status() >= 400) {
                  assertRefused(answer, abbreviated(text));
                }
              }
            }
          }
        });
  }

  /** By what is wrong with them, as JSON. */
  private static Map<String, String> wrongValues(JsonNode right) {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("an object in a list", "[{\"a\":1}]");
    wrong.put("a list in lists", DEEP);
    if (right.isString()) {
      wrong.put("a number", "7");
      wrong.put("a truth value", "true");
      wrong.put("U+0000", "\"a\\u0000b\"");
      wrong.put("half a pair", "\"a\\ud800b\"");
    } else {
      wrong.put("text", "\"text\"");
    }
    if (!right.isBoolean()) {
      wrong.put("a huge number", "1" + "0".repeat(400));
    }
    return wrong;
  }

  private static Answer call(ApiOperation operation, String query, String body) {
    ApiOperation asked =
        new ApiOperation(
            operation.method(),
            operation.path() + query,
            operation.roles(),
            operation.ifMatch(),
            operation.mediaType(),
            body);
    return asked.call(callerOf(operation), inhabitants.ids());
  }

  private static Requests callerOf(ApiOperation operation) {
    if (operation.roles().contains("PROGRAM")) {
      return server.program();
    }
    if (operation.roles().contains("PARTNER")) {
      return server.partner(Inhabitants.OWNER);
    }
    return operation.roles().contains("VENDOR")
        ? server.vendor(Inhabitants.VENDOR)
        : server.stranger();
  }

  private static void assertRefused(Answer answer, String what) {
    assertThat(answer.status()).as(what + ": " + answer).isBetween(400, 499);
    assertThat(answer.header("Content-Type")).as(what).startsWith("application/problem+json");
    assertThat(answer.problem()).as(what).isNotEmpty();
    assertThat(answer.text())
        .as(what)
        .doesNotContain("Exception", "org.springframework", "dev.touchstone", "SELECT ", "\tat ")
        .hasSizeLessThan(12_000);
  }

  private static String abbreviated(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private static Stream<DynamicTest> each(java.util.function.Consumer<ApiOperation> claim) {
    List<DynamicTest> tests = new ArrayList<>();
    for (ApiOperation operation : operations) {
      tests.add(DynamicTest.dynamicTest(operation.toString(), () -> claim.accept(operation)));
    }
    return tests.stream();
  }
}
