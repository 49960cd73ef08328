package dev.svodka.local.serve;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Requests of a web server as an HTTP API hands them to a function (format 2.0), and back. */
final class HttpEvents {
  private static final int NO_BODY = -1;

  private HttpEvents() {}

  static APIGatewayV2HTTPEvent event(HttpExchange exchange, byte[] body) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    headers.remove("cookie");
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRawPath(exchange.getRequestURI().getRawPath())
        .withHeaders(headers)
        .withCookies(cookies(exchange))
        .withBody(Base64.getEncoder().encodeToString(body))
        .withIsBase64Encoded(true)
        .withRequestContext(
            RequestContext.builder()
                .withHttp(
                    RequestContext.Http.builder()
                        .withMethod(exchange.getRequestMethod())
                        .withPath(exchange.getRequestURI().getRawPath())
                        .build())
                .build())
        .build();
  }

  private static List<String> cookies(HttpExchange exchange) {
    return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
        .flatMap(line -> Arrays.stream(line.split(";", -1)))
        .map(String::strip)
        .toList();
  }

  static void answer(HttpExchange exchange, APIGatewayV2HTTPResponse response) throws IOException {
    if (response.getHeaders() != null) {
      response.getHeaders().forEach(exchange.getResponseHeaders()::set);
    }
    if (response.getCookies() != null) {
      response
          .getCookies()
          .forEach(cookie -> exchange.getResponseHeaders().add("Set-Cookie", cookie));
    }
    String text = response.getBody() == null ? "" : response.getBody();
    byte[] body =
        response.getIsBase64Encoded()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        response.getStatusCode(), body.length == 0 ? NO_BODY : body.length);
    if (body.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }
}
