package dev.svodka.report.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.report.text.Outside;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Telegram's Bot API (core.telegram.org/bots/api): {@code sendPhoto}, or {@code sendMessage} where
 * there is no picture. The bot's token is part of the address, so no address is ever told.
 */
public final class Telegram {
  /** The one public server. */
  public static final URI SERVER = URI.create("https://api.telegram.org");

  private static final int LONGEST_CAPTION = 1024;
  private static final int LONGEST_MESSAGE = 4096;
  private static final Duration TIME_OUT = Duration.ofSeconds(20);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final int TOO_MANY = 429;
  private static final JsonMapper JSON = new JsonMapper();

  private final URI server;
  private final HttpClient http;

  /**
   * @param server {@link #SERVER}, or a stand-in
   */
  public Telegram(URI server) {
    this.server = server;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(TIME_OUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** How long a text may be, in characters after its markup is taken away. */
  static int longest(boolean withPicture) {
    return withPicture ? LONGEST_CAPTION : LONGEST_MESSAGE;
  }

  /**
   * Sends a text to a chat, under a picture where there is one.
   *
   * @param html escaped, in Telegram's few tags
   * @throws SvodkaException {@link ErrorCode#DELIVERY_FAILED} where it was not taken, with
   *     Telegram's own description
   */
  void send(String token, String chat, String html, Optional<Bulletin.Attached> picture) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("chat_id", chat);
    fields.put(picture.isPresent() ? "caption" : "text", html);
    fields.put("parse_mode", "HTML");
    HttpRequest request = request(token, fields, picture);
    HttpResponse<String> answer = call(request);
    OptionalInt wait =
        answer.statusCode() == TOO_MANY ? retryAfter(answer.body()) : OptionalInt.empty();
    if (wait.isPresent() && wait.getAsInt() <= LONGEST_WAIT.toSeconds()) {
      pause(Duration.ofSeconds(wait.getAsInt()));
      answer = call(request);
    }
    if (answer.statusCode() / 100 != 2) {
      throw failed("status " + answer.statusCode() + described(answer.body()));
    }
  }

  private HttpRequest request(
      String token, Map<String, String> fields, Optional<Bulletin.Attached> picture) {
    String boundary = "svodka-" + UUID.randomUUID();
    URI address =
        server.resolve(
            "/bot%s/%s".formatted(token, picture.isPresent() ? "sendPhoto" : "sendMessage"));
    return HttpRequest.newBuilder(address)
        .timeout(TIME_OUT)
        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body(boundary, fields, picture)))
        .build();
  }

  private static byte[] body(
      String boundary, Map<String, String> fields, Optional<Bulletin.Attached> picture) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            write(
                body,
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, value)));
    picture.ifPresent(
        file -> {
          write(
              body,
              "--%s\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"chart.png\"\r\nContent-Type: image/png\r\n\r\n"
                  .formatted(boundary));
          body.writeBytes(file.content());
          write(body, "\r\n");
        });
    write(body, "--" + boundary + "--\r\n");
    return body.toByteArray();
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> call(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // the exception may quote the address, and with it the token
      throw failed("no answer (" + e.getClass().getSimpleName() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("interrupted");
    }
  }

  private static void pause(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("interrupted");
    }
  }

  /** {@code parameters.retry_after}, in seconds. */
  private static OptionalInt retryAfter(String answer) {
    int seconds = tree(answer).path("parameters").path("retry_after").asInt(-1);
    return seconds < 0 ? OptionalInt.empty() : OptionalInt.of(seconds);
  }

  private static String described(String answer) {
    String description = tree(answer).path("description").asText("");
    return description.isEmpty() ? "" : ": " + Outside.clean(description);
  }

  /** Nothing where a proxy answered in Telegram's place. */
  private static JsonNode tree(String answer) {
    try {
      return JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static SvodkaException failed(String reason) {
    return new SvodkaException(ErrorCode.DELIVERY_FAILED, "Telegram did not take it: " + reason);
  }
}
