package dev.svodka.reconcile.amocrm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.reconcile.http.Call;
import dev.svodka.reconcile.http.Caller;
import dev.svodka.reconcile.http.Reply;
import dev.svodka.source.amocrm.api.ApiPage;
import dev.svodka.source.form.FormNode;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of API v4. The address of a next page is compared with ours and never called. */
final class AmoClient {
  /** Most rows of a page of cards. */
  static final int ROWS = 250;

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

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
            Call.get(URI.create(root + "/api/v4/" + path + '?' + form(query))),
            tokens,
            reply ->
                reply.status() == OK && reply.body().length > 0
                    ? ApiPage.read(reply.body(), key)
                    : ApiPage.empty());
    page.next().ifPresent(next -> compare(root, next));
    return page;
  }

  /** All rows of a list that is read whole. */
  List<FormNode> all(String path, String key) {
    List<FormNode> rows = new ArrayList<>();
    QuietPages.read(
        1,
        page -> list(path, key, ordered(Map.of(), page)),
        row -> true,
        (unmet, page) -> rows.addAll(unmet));
    return rows;
  }

  /** Changes what is there. */
  void send(String method, String path, byte[] json) {
    Reply reply =
        caller.ask(
            new Call(method, URI.create(base.get() + "/api/v4/" + path), Optional.of(json)),
            tokens,
            answer -> answer);
    if (reply.status() == NOT_FOUND && !method.equals("DELETE")) {
      throw new SvodkaException(
          ErrorCode.CRM_UNAVAILABLE, "amoCRM answers 404: this account has no " + path);
    }
  }

  /** A query for one page of the longest kind. */
  static Map<String, String> ordered(Map<String, String> query, int page) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("limit", Integer.toString(ROWS));
    all.put("page", Integer.toString(page));
    query.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> all.put(each.getKey(), each.getValue()));
    return all;
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
