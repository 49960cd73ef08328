package dev.svodka.dashboard;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.link.Link;
import dev.svodka.core.link.Links;
import dev.svodka.dashboard.wiring.DashboardWiring;
import dev.svodka.lake.telemetry.Correlation;
import dev.svodka.lake.telemetry.EmfMetrics;
import dev.svodka.lake.telemetry.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * {@code GET /d/{token}}, the first click, and {@code GET /d/{account}/{path}}, a page by its
 * cookie, of an HTTP API (payload format 2.0). Everything else is not found.
 */
public final class DashboardHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  /** An API with a named stage puts it in front of the path. */
  private static final String STAGE = "(?:/[a-z0-9_-]{1,128})?";

  private static final Pattern LINK = Pattern.compile(STAGE + "/d/(" + Links.TOKEN + ")");
  private static final Pattern FILE =
      Pattern.compile(STAGE + "/d/(" + Link.ACCOUNT + ")/([A-Za-z0-9._/-]{1,400})");

  private final Dashboard dashboard;
  private final Responses responses;
  private final Metrics metrics;

  /** For Lambda: everything from the environment. */
  public DashboardHandler() {
    this(DashboardWiring.fromEnvironment(), true, EmfMetrics.fromEnvironment());
  }

  /** Where nobody counts. */
  public DashboardHandler(Dashboard dashboard, boolean secure) {
    this(dashboard, secure, Metrics.NONE);
  }

  /**
   * @param secure whether the reader comes by TLS; without it a cookie cannot demand it
   */
  public DashboardHandler(Dashboard dashboard, boolean secure, Metrics metrics) {
    this.dashboard = dashboard;
    this.responses = new Responses(secure);
    this.metrics = metrics;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(
      APIGatewayV2HTTPEvent event, @Nullable Context context) {
    String method = method(event);
    boolean head = method.equals("HEAD");
    long start = System.nanoTime();
    try (MDC.MDCCloseable _ = Correlation.of(requestId(event))) {
      Answer answer = head || method.equals("GET") ? answer(event) : new Answer.NotFound();
      tell(answer, (System.nanoTime() - start) / 1_000_000);
      return responses.of(answer, head);
    } finally {
      MDC.remove(Dashboard.ACCOUNT);
      MDC.remove(Dashboard.REPORT);
    }
  }

  private void tell(Answer answer, long millis) {
    String what =
        switch (answer) {
          case Answer.Shown _, Answer.Unchanged _ -> "Opened";
          case Answer.Welcome _, Answer.Elsewhere _ -> "Redirected";
          case Answer.NotFound _ -> "Refused";
          case Answer.Unavailable(ErrorCode why) -> {
            metrics.failed(why);
            yield "Unavailable";
          }
        };
    metrics.tell(List.of(Metrics.count(what, 1), Metrics.millis("DashboardMillis", millis)));
  }

  private Answer answer(APIGatewayV2HTTPEvent event) {
    String path = event.getRawPath() == null ? "" : event.getRawPath();
    Matcher link = LINK.matcher(path);
    if (link.matches()) {
      return dashboard.enter(link.group(1));
    }
    Matcher file = FILE.matcher(path);
    return file.matches()
        ? dashboard.show(
            cookie(event), file.group(1), file.group(2), header(event, "if-none-match"))
        : new Answer.NotFound();
  }

  private String cookie(APIGatewayV2HTTPEvent event) {
    List<String> cookies = event.getCookies() == null ? List.of() : event.getCookies();
    String name = responses.cookie() + '=';
    return cookies.stream()
        .filter(cookie -> cookie.startsWith(name))
        .map(cookie -> cookie.substring(name.length()))
        .findFirst()
        .orElse("");
  }

  private static String header(APIGatewayV2HTTPEvent event, String name) {
    Map<String, String> headers = event.getHeaders() == null ? Map.of() : event.getHeaders();
    return headers.getOrDefault(name, "");
  }

  private static Optional<String> requestId(APIGatewayV2HTTPEvent event) {
    return Optional.ofNullable(event.getRequestContext())
        .map(APIGatewayV2HTTPEvent.RequestContext::getRequestId);
  }

  private static String method(APIGatewayV2HTTPEvent event) {
    return event.getRequestContext() == null
            || event.getRequestContext().getHttp() == null
            || event.getRequestContext().getHttp().getMethod() == null
        ? ""
        : event.getRequestContext().getHttp().getMethod();
  }
}
