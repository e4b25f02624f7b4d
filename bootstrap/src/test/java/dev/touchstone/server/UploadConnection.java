package dev.touchstone.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** An upload byte by byte, which no client library would let us break off. */
final class UploadConnection implements AutoCloseable {

  private final String headers;
  private final Socket socket;

  UploadConnection(ServerFixture server, String headers) throws IOException {
    this.headers = headers;
    this.socket = new Socket("localhost", URI.create(server.base()).getPort());
    socket.setSoTimeout(60_000);
  }

  static UploadConnection open(ServerFixture server, String vendor) throws IOException {
    return new UploadConnection(
        server, "Authorization: Bearer " + server.tokenOfVendor(vendor) + "\r\n");
  }

  /** Sends the headers of a body that does not come. */
  void sendHead(long contentLength) throws IOException {
    write(
        "POST "
            + Uploads.PATH
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + headers
            + "Content-Type: "
            + "multipart/form-data; boundary=b0undary"
            + "\r\nContent-Length: "
            + contentLength
            + "\r\n\r\n");
  }

  /** Sends the beginning of a workbook that does not end. */
  void begin(long contentLength) throws IOException {
    sendHead(contentLength);
    byte[] noise = new byte[300_000];
    new Random(7).nextBytes(noise);
    write(Uploads.head("a.xlsx"));
    socket.getOutputStream().write(noise);
    socket.getOutputStream().flush();
  }

  /** Sends a little more. */
  void write(String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  int status() throws IOException {
    byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 429".length());
    return Integer.parseInt(new String(line, StandardCharsets.US_ASCII).substring(9));
  }

  /** Whether the server closes the connection while a trickle goes on; else it would not end. */
  boolean isClosedDuringTrickle() {
    try {
      for (int i = 0; i < 1_200; i++) {
        write("x");
        Uploads.pause();
      }
      return false;
    } catch (IOException closed) {
      return true;
    }
  }

  /** Whether an answer has begun to come. */
  boolean isAnswered() throws IOException {
    return socket.getInputStream().available() > 0;
  }

  /** What comes behind the status, as far as a text that has to come. */
  String restUpTo(String last) throws IOException {
    StringBuilder rest = new StringBuilder();
    for (int next = socket.getInputStream().read();
        next >= 0;
        next = socket.getInputStream().read()) {
      rest.append((char) next);
      if (rest.indexOf(last) >= 0) {
        break;
      }
    }
    return rest.toString();
  }

  @Override
  public void close() throws IOException {
    // Breaks off, rather than saying good-bye.
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
