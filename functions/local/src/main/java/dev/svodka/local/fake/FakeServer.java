package dev.svodka.local.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Serves a fake CRM on a port of loopback. */
public final class FakeServer implements AutoCloseable {
  static {
    // else each answer waits for the caller's delayed acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * Starts the server.
   *
   * @param port 0 for any that is free
   */
  public FakeServer(FakeCrm crm, int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.PORT_TAKEN, "port %d of loopback: %s".formatted(port, e.getMessage()), e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(crm, exchange));
    server.start();
  }

  /** Where it is. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.close();
  }

  private void serve(FakeCrm crm, HttpExchange exchange) throws IOException {
    try (exchange) {
      FakeCrm.Reply reply =
          crm.answer(
              new FakeCrm.Request(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().getPath(),
                  query(exchange.getRequestURI().getRawQuery()),
                  bearer(exchange),
                  new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      if (reply.fault() == FakeCrm.Fault.SILENT) {
        closing.await();
        return;
      }
      byte[] body = reply.json().orElse("").getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/hal+json");
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      int sent = reply.fault() == FakeCrm.Fault.TRUNCATED ? body.length / 2 : body.length;
      exchange.getResponseBody().write(body, 0, sent);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String bearer(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return header == null || !header.startsWith("Bearer ") ? "" : header.substring(7);
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          query.put(
              URLDecoder.decode(pair.substring(0, equals), UTF_8),
              URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
      }
    }
    return query;
  }
}
