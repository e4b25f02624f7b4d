package dev.touchstone.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A customer's browser: it keeps the cookie and the hidden fields of the page that it shows. */
final class CustomerBrowser {

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final ServerFixture server;
  private final String[] acceptLanguage;
  private String cookie = "";
  private Answer shown;

  /** A browser that names no language, or these. */
  CustomerBrowser(ServerFixture server, String... acceptLanguage) {
    this.server = server;
    this.acceptLanguage = acceptLanguage;
  }

  Answer open(String path) {
    shown = requests().get(path);
    shown
        .headers()
        .allValues("Set-Cookie")
        .forEach(value -> cookie = value.substring(0, value.indexOf(';')));
    return shown;
  }

  /** Sends a form of the page that is shown, with its hidden fields. */
  Answer submit(String path, Map<String, String> fields) {
    Map<String, String> all = hiddenFields();
    all.putAll(fields);
    return submitOnly(path, all);
  }

  /** Sends a form with these fields and no others. */
  Answer submitOnly(String path, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return requests()
        .with("Content-Type", "application/x-www-form-urlencoded")
        .with("Cookie", cookie.isEmpty() ? "none=none" : cookie)
        .post(path, form);
  }

  Map<String, String> hiddenFields() {
    Map<String, String> fields = new java.util.HashMap<>();
    Matcher matcher = HIDDEN.matcher(shown.text());
    while (matcher.find()) {
      fields.putIfAbsent(matcher.group(1), matcher.group(2));
    }
    return fields;
  }

  private Requests requests() {
    Requests requests = server.stranger();
    return acceptLanguage.length == 0
        ? requests
        : requests.with("Accept-Language", acceptLanguage[0]);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
