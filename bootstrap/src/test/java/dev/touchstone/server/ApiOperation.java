package dev.touchstone.server;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One operation of the OpenAPI document.
 *
 * @param method GET, POST and so on
 * @param path with its variables in braces
 * @param roles who may call it
 * @param ifMatch whether it takes a version
 * @param mediaType of its body; empty where it takes none
 * @param example a body made of the schema's examples; empty where it takes none
 */
record ApiOperation(
    String method,
    String path,
    Set<String> roles,
    boolean ifMatch,
    String mediaType,
    String example) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  static List<ApiOperation> listOf(JsonNode document) {
    List<ApiOperation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                of(document, path.getKey(), method.getKey(), method.getValue()))));
    return operations;
  }

  private static ApiOperation of(
      JsonNode document, String path, String method, JsonNode operation) {
    Set<String> roles = new LinkedHashSet<>();
    operation.path("x-roles").forEach(role -> roles.add(role.asString()));
    boolean ifMatch = false;
    for (JsonNode parameter : operation.path("parameters")) {
      ifMatch |= parameter.path("name").asString().equals("If-Match");
    }
    String mediaType = "";
    String example = "";
    for (Map.Entry<String, JsonNode> content :
        operation.path("requestBody").path("content").properties()) {
      mediaType = content.getKey();
      JsonNode body = content.getValue();
      JsonNode value =
          body.has("example") ? body.path("example") : exampleOf(document, body.path("schema"));
      example = value.isString() ? value.asString() : value.toString();
    }
    return new ApiOperation(
        method.toUpperCase(Locale.ROOT), path, roles, ifMatch, mediaType, example);
  }

  private static JsonNode exampleOf(JsonNode document, JsonNode schema) {
    if (schema.has("$ref")) {
      String name = schema.path("$ref").asString();
      return exampleOf(
          document,
          document
              .path("components")
              .path("schemas")
              .path(name.substring(name.lastIndexOf('/') + 1)));
    }
    if (schema.has("example")) {
      return schema.path("example");
    }
    if (schema.has("examples")) {
      return schema.path("examples").path(0);
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(0);
    }
    if (schema.has("properties")) {
      ObjectNode object = JSON.createObjectNode();
      schema
          .path("properties")
          .properties()
          .forEach(
              property -> object.set(property.getKey(), exampleOf(document, property.getValue())));
      return object;
    }
    return switch (typeOf(schema)) {
      case "array" -> JSON.createArrayNode().add(exampleOf(document, schema.path("items")));
      case "boolean" -> JSON.getNodeFactory().booleanNode(true);
      case "integer", "number" -> JSON.getNodeFactory().numberNode(1);
      default -> JSON.getNodeFactory().stringNode(textOf(schema.path("format").asString("")));
    };
  }

  private static String typeOf(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.path(0).asString("string") : type.asString("string");
  }

  private static String textOf(String format) {
    return switch (format) {
      case "date" -> "2010-10-30";
      case "date-time" -> "2010-10-30T12:00:00Z";
      default -> "text";
    };
  }

  /** The names of the path's variables. */
  List<String> variables() {
    List<String> names = new ArrayList<>();
    Matcher matcher = VARIABLE.matcher(path);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** The path with values for its variables. */
  String pathWith(Map<String, String> values) {
    return VARIABLE
        .matcher(path)
        .replaceAll(
            match -> {
              String value = values.get(match.group(1));
              if (value == null) {
                throw new AssertionError(
                    "No value for {%s} of %s: give this test one".formatted(match.group(1), this));
              }
              return Matcher.quoteReplacement(value);
            });
  }

  /** Calls it with its example as the body. */
  Answer call(Requests requests, Map<String, String> values) {
    return call(requests, values, example);
  }

  /** Calls it with a body; multipart bodies have their one file. */
  Answer call(Requests requests, Map<String, String> values, String body) {
    Requests caller = ifMatch ? requests.with("If-Match", "\"1\"") : requests;
    if (mediaType.startsWith("multipart/")) {
      return caller
          .with("Content-Type", "multipart/form-data; boundary=b0undary")
          .send(
              method,
              pathWith(values),
              "--b0undary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n"
                  + "Content-Type: application/octet-stream\r\n\r\n"
                  + body
                  + "\r\n--b0undary--\r\n");
    }
    return mediaType.isEmpty()
        ? caller.send(method, pathWith(values), null)
        : caller.with("Content-Type", mediaType).send(method, pathWith(values), body);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
