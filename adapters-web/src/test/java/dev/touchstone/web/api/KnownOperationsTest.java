package dev.touchstone.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Role;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

class KnownOperationsTest {

  private final List<Object> statuses = new ArrayList<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  @Test
  void letsInWhatSaysWhoMayCallIt() throws Exception {
    assertThat(lets(new HandlerMethod(new Operations(), "open"))).isTrue();
    assertThat(statuses).isEmpty();
  }

  @Test
  void refusesEverythingElse() throws Exception {
    HandlerFunction<ServerResponse> route = request -> ServerResponse.ok().build();

    assertThat(lets(new HandlerMethod(new Operations(), "unsaid"))).isFalse();
    assertThat(lets(new HandlerMethod("a library's", "length"))).isFalse();
    assertThat(lets(new ResourceHttpRequestHandler())).isFalse();
    assertThat(lets(route)).isFalse();
    assertThat(statuses).containsExactly(404, 404, 404, 404);
    assertThat(body.toString(StandardCharsets.UTF_8)).contains("urn:touchstone:problem:not-found");
  }

  private boolean lets(Object handler) throws IOException {
    return new KnownOperations().preHandle(request(), response(), handler);
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            KnownOperationsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> null);
  }

  private HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            KnownOperationsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("setStatus")) {
                statuses.add(arguments[0]);
              }
              return method.getName().equals("getOutputStream") ? new Body() : null;
            });
  }

  private final class Body extends ServletOutputStream {
    @Override
    public void write(int value) {
      body.write(value);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("Nobody waits");
    }
  }

  static final class Operations {
    @Access(Role.PUBLIC)
    public void open() {}

    public void unsaid() {}
  }
}
