package dev.svodka.reconcile.amocrm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.reconcile.http.Caller;
import dev.svodka.source.amocrm.api.ApiPage;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of API v4. The address of a next page is compared with ours and never called. */
final class AmoClient {
  private static final int OK = 200;

  private final Supplier<URI> base;
  private final Caller caller;
  private final Caller.Bearer tokens;

  AmoClient(Supplier<URI> base, Caller caller, Caller.Bearer tokens) {
    this.base = base;
    this.caller = caller;
    this.tokens = tokens;
  }

  /**
   * One page; what is not there (204, 404) is an empty one.
   *
   * @param key of the rows under {@code _embedded}
   */
  ApiPage list(String path, String key, Map<String, String> query) {
    URI root = base.get();
    ApiPage page =
        caller.ask(
            URI.create(root + "/api/v4/" + path + '?' + form(query)),
            Optional.empty(),
            tokens,
            reply ->
                reply.status() == OK && reply.body().length > 0
                    ? ApiPage.read(reply.body(), key)
                    : ApiPage.empty());
    page.next().ifPresent(next -> compare(root, next));
    return page;
  }

  private static void compare(URI root, String next) {
    try {
      URI told = URI.create(next.replace("[", "%5B").replace("]", "%5D"));
      if (told.getHost() != null && told.getHost().equalsIgnoreCase(root.getHost())) {
        return;
      }
    } catch (IllegalArgumentException e) {
      throw elsewhere(e);
    }
    throw elsewhere(null);
  }

  private static SvodkaException elsewhere(@Nullable Exception cause) {
    return new SvodkaException(
        ErrorCode.CRM_UNAVAILABLE,
        "amoCRM names a next page on another host than the source's: nothing is asked there",
        cause);
  }

  private static String form(Map<String, String> query) {
    return query.entrySet().stream()
        .map(
            each ->
                URLEncoder.encode(each.getKey(), UTF_8)
                    + '='
                    + URLEncoder.encode(each.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
