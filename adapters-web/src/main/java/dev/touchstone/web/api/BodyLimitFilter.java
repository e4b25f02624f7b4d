package dev.touchstone.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds the bodies of the API; files, which go to disk, have a limit of their own. */
public final class BodyLimitFilter extends OncePerRequestFilter {

  /** The most bytes of a body. */
  public static final long MOST = 1L << 20;

  /** Of a request that only reads nobody reads the body. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    if (HttpMethod.GET.matches(request.getMethod())) {
      return true;
    }
    String type = request.getContentType();
    return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MOST) {
      Problems.write(
          response,
          ProblemType.TOO_LARGE,
          String.valueOf(new BodyTooLargeException(MOST).getMessage()));
      return;
    }
    chain.doFilter(new Bounded(request), response);
  }

  private static final class Bounded extends HttpServletRequestWrapper {

    Bounded(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new BoundedStream(super.getInputStream());
    }
  }

  private static final class BoundedStream extends ServletInputStream {

    private final ServletInputStream stream;
    private long left = MOST;

    BoundedStream(ServletInputStream stream) {
      this.stream = stream;
    }

    @Override
    public int read() throws IOException {
      int next = stream.read();
      if (next >= 0) {
        take(1);
      }
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = stream.read(bytes, offset, length);
      if (count > 0) {
        take(count);
      }
      return count;
    }

    private void take(int count) throws BodyTooLargeException {
      left -= count;
      if (left < 0) {
        throw new BodyTooLargeException(MOST);
      }
    }

    @Override
    public boolean isFinished() {
      return stream.isFinished();
    }

    @Override
    public boolean isReady() {
      return stream.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      stream.setReadListener(listener);
    }
  }
}
