package dev.svodka.local.serve;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A web server in front of the functions: hooks to ingest, everything else to the dashboard. It
 * bounds what a stranger can take of this machine: bytes of a body, headers, time, and how many are
 * looked after at once.
 */
final class HttpGateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpGateway.class);
  private static final int MOST_BODY = 10 << 20;
  private static final int AT_ONCE = 32;
  private static final int BACKLOG = 256;
  private static final int WAIT_SECONDS = 5;
  private static final int GRACE_SECONDS = 20;

  static {
    // read once, when the server's classes are loaded; seconds, and bytes
    Map.of(
            "sun.net.httpserver.maxReqTime", "30",
            "sun.net.httpserver.maxRspTime", "300",
            "sun.net.httpserver.idleInterval", "60",
            "sun.net.httpserver.maxReqHeaders", "100",
            "sun.net.httpserver.maxReqHeaderSize", "65536",
            "jdk.httpserver.maxConnections", "1000",
            "sun.net.httpserver.nodelay", "true")
        .forEach(
            (name, value) -> {
              if (System.getProperty(name) == null) {
                System.setProperty(name, value);
              }
            });
  }

  /** A Lambda function behind an HTTP API. */
  @FunctionalInterface
  interface Function {
    APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event);
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore atOnce = new Semaphore(AT_ONCE, true);
  private final Function ingest;
  private final Function dashboard;
  private final LocalFiles large;
  private final ObjectStore reports;

  /**
   * Begins to listen.
   *
   * @throws SvodkaException {@link ErrorCode#PORT_TAKEN} where another listens there
   */
  HttpGateway(
      InetSocketAddress address,
      Function ingest,
      Function dashboard,
      LocalFiles large,
      ObjectStore reports)
      throws IOException {
    this.ingest = ingest;
    this.dashboard = dashboard;
    this.large = large;
    this.reports = reports;
    try {
      server = HttpServer.create(address, BACKLOG);
    } catch (BindException e) {
      throw new SvodkaException(
          ErrorCode.PORT_TAKEN,
          "port %d is taken on %s; take another with --port"
              .formatted(address.getPort(), address.getHostString()),
          e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::guard);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void guard(HttpExchange exchange) throws IOException {
    boolean taken = false;
    try {
      taken = atOnce.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
      if (taken) {
        handle(exchange);
      } else {
        HttpEvents.answer(exchange, plain(503, "busy, try again"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("A request was not answered", e);
      HttpEvents.answer(exchange, plain(500, "a fault of ours"));
    } finally {
      if (taken) {
        atOnce.release();
      }
      exchange.close();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    if (path == null || !path.startsWith("/")) {
      HttpEvents.answer(exchange, plain(404, "not found"));
    } else if (path.startsWith("/hooks/")) {
      byte[] body = body(exchange);
      HttpEvents.answer(
          exchange,
          body.length > MOST_BODY
              ? plain(413, "the body has more than %d bytes".formatted(MOST_BODY))
              : ingest.handle(HttpEvents.event(exchange, body)));
    } else if (path.startsWith(LocalFiles.PATH) && exchange.getRequestMethod().equals("GET")) {
      stream(exchange, path);
    } else {
      HttpEvents.answer(exchange, dashboard.handle(HttpEvents.event(exchange, new byte[0])));
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      return in.readNBytes(MOST_BODY + 1);
    }
  }

  private void stream(HttpExchange exchange, String path) throws IOException {
    LocalFiles.Ticket ticket = large.find(path).orElse(null);
    if (ticket == null) {
      HttpEvents.answer(exchange, plain(404, "not found"));
      return;
    }
    try (InputStream content = reports.open(ticket.key())) {
      exchange.getResponseHeaders().set("content-type", ticket.type().contentType());
      exchange.getResponseHeaders().set("cache-control", "private, no-store");
      exchange.getResponseHeaders().set("x-content-type-options", "nosniff");
      exchange.getResponseHeaders().set("referrer-policy", "no-referrer");
      if (ticket.type().download()) {
        exchange.getResponseHeaders().set("content-disposition", "attachment");
      }
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream out = exchange.getResponseBody()) {
        content.transferTo(out);
      }
    }
  }

  private static APIGatewayV2HTTPResponse plain(int status, String text) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(Map.of("content-type", "text/plain; charset=utf-8"))
        .withBody(text)
        .withIsBase64Encoded(false)
        .build();
  }

  /** Takes no more requests, and lets those under way come to their end. */
  @Override
  public void close() {
    server.stop(GRACE_SECONDS);
    threads.close();
  }
}
