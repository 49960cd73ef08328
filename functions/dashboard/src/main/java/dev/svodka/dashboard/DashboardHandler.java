package dev.svodka.dashboard;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.svodka.core.link.Link;
import dev.svodka.core.link.Links;
import dev.svodka.dashboard.wiring.DashboardWiring;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  /** For Lambda: everything from the environment. */
  public DashboardHandler() {
    this(DashboardWiring.fromEnvironment(), true);
  }

  /**
   * @param secure whether the reader comes by TLS; without it a cookie cannot demand it
   */
  public DashboardHandler(Dashboard dashboard, boolean secure) {
    this.dashboard = dashboard;
    this.responses = new Responses(secure);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(
      APIGatewayV2HTTPEvent event, @Nullable Context context) {
    String method = method(event);
    boolean head = method.equals("HEAD");
    return responses.of(head || method.equals("GET") ? answer(event) : new Answer.NotFound(), head);
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

  private static String method(APIGatewayV2HTTPEvent event) {
    return event.getRequestContext() == null
            || event.getRequestContext().getHttp() == null
            || event.getRequestContext().getHttp().getMethod() == null
        ? ""
        : event.getRequestContext().getHttp().getMethod();
  }
}
