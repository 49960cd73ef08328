package dev.svodka.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.svodka.ingest.wiring.IngestWiring;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** {@code POST /hooks/{account}/{source}/{secret}} of an HTTP API (payload format 2.0). */
public final class IngestHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  /** An API with a named stage puts it in front of the path. */
  private static final Pattern ROUTE =
      Pattern.compile(
          "(?:/[^/]+)?/hooks/([a-z0-9-]{1,40})/([A-Za-z0-9_-]{1,64})/([A-Za-z0-9._~-]{1,200})");

  private final Ingest ingest;

  /** For Lambda: everything from the environment. */
  public IngestHandler() {
    this(IngestWiring.fromEnvironment());
  }

  public IngestHandler(Ingest ingest) {
    this.ingest = ingest;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(
      APIGatewayV2HTTPEvent event, @Nullable Context context) {
    Matcher route = ROUTE.matcher(event.getRawPath() == null ? "" : event.getRawPath());
    if (!isPost(event) || !route.matches()) {
      return response(Answer.NOT_FOUND);
    }
    Hook hook = new Hook(route.group(1), route.group(2), route.group(3));
    try (MDC.MDCCloseable _ =
        MDC.putCloseable("correlation", event.getRequestContext().getRequestId())) {
      return response(ingest.accept(hook, body(event)));
    }
  }

  private static APIGatewayV2HTTPResponse response(Answer answer) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(answer.status())
        .withHeaders(Map.of("content-type", "text/plain; charset=utf-8"))
        .withBody(answer.text())
        .build();
  }

  private static boolean isPost(APIGatewayV2HTTPEvent event) {
    return event.getRequestContext() != null
        && event.getRequestContext().getHttp() != null
        && "POST".equals(event.getRequestContext().getHttp().getMethod());
  }

  /** Text that is no base64 although the event says so is taken as it stands: the parser judges. */
  private static byte[] body(APIGatewayV2HTTPEvent event) {
    byte[] text =
        event.getBody() == null ? new byte[0] : event.getBody().getBytes(StandardCharsets.UTF_8);
    if (!event.getIsBase64Encoded()) {
      return text;
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
