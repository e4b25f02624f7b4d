package dev.touchstone.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests of one caller; each ends with {@link #get}, {@link #post} and so on. */
public final class Requests {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(20))
          .build();

  private final String base;
  private final String[] headers;

  Requests(String base, String... headers) {
    this.base = base;
    this.headers = headers;
  }

  /** The same caller, with one more header on the requests. */
  public Requests with(String name, String value) {
    String[] more = java.util.Arrays.copyOf(headers, headers.length + 2);
    more[headers.length] = name;
    more[headers.length + 1] = value;
    return new Requests(base, more);
  }

  /** GETs a path. */
  public Answer get(String path) {
    return send("GET", path, null);
  }

  /** POSTs JSON. */
  public Answer post(String path, String json) {
    return send("POST", path, json);
  }

  /** PUTs JSON. */
  public Answer put(String path, String json) {
    return send("PUT", path, json);
  }

  /** DELETEs a path. */
  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** Sends a method with a body of JSON, or none. */
  public Answer send(String method, String path, String json) {
    boolean typed = java.util.Arrays.asList(headers).contains("Content-Type");
    HttpRequest.Builder request = request(path);
    if (json != null && !typed) {
      request.header("Content-Type", "application/json");
    }
    request.method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    return send(request.build());
  }

  /** A request to a path, with the caller's headers. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
            .timeout(Duration.ofSeconds(60));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  /** Sends a request made by {@link #request}. */
  public Answer send(HttpRequest request) {
    try {
      var response = CLIENT.send(request, BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new IllegalStateException(request.method() + " " + request.uri() + " broke", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
