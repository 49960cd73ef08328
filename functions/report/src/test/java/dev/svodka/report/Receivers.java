package dev.svodka.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** SES and Telegram as servers on loopback: what they were sent, and what they answer. */
final class Receivers implements AutoCloseable {
  /** An answer of Telegram's to come, before it takes everything. */
  record Reply(int status, String body) {}

  private static final JsonMapper JSON = new JsonMapper();
  final List<JsonNode> letters = new CopyOnWriteArrayList<>();
  final List<String> chats = new CopyOnWriteArrayList<>();
  final List<String> addresses = new CopyOnWriteArrayList<>();
  final Queue<Reply> telegramReplies = new ArrayDeque<>();
  private final HttpServer server;

  Receivers() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v2/email/outbound-emails", this::mail);
    server.createContext("/bot", this::telegram);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void mail(HttpExchange exchange) throws IOException {
    letters.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
    answer(exchange, 200, "{\"MessageId\":\"1\"}");
  }

  private void telegram(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Reply reply = telegramReplies.poll();
    if (reply == null) {
      chats.add(body);
      addresses.add(exchange.getRequestURI().getPath());
      answer(exchange, 200, "{\"ok\":true,\"result\":{}}");
    } else {
      answer(exchange, reply.status(), reply.body());
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
