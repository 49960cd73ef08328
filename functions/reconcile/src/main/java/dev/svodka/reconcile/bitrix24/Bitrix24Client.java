package dev.svodka.reconcile.bitrix24;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.secret.Secret;
import dev.svodka.reconcile.http.Call;
import dev.svodka.reconcile.http.Caller;
import dev.svodka.source.bitrix24.Bitrix24Answer;
import dev.svodka.source.form.FormNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** REST methods, by an inbound webhook ({@code 1/abc…}) or an access token. */
final class Bitrix24Client {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern WEBHOOK = Pattern.compile("\\d{1,10}/[A-Za-z0-9]{8,64}");
  private static final int PAGE = 50;

  private final Supplier<URI> base;
  private final Caller caller;
  private final Secret token;

  Bitrix24Client(Supplier<URI> base, Caller caller, Secret token) {
    this.base = base;
    this.caller = caller;
    this.token = token;
  }

  static ObjectNode call() {
    return JSON.createObjectNode();
  }

  /** The rows of one answer. */
  List<FormNode> rows(String method, ObjectNode parameters) {
    boolean webhook = WEBHOOK.matcher(token.reveal()).matches();
    ObjectNode call = parameters.deepCopy();
    if (!webhook) {
      call.put("auth", token.reveal());
    }
    String place = webhook ? "/rest/" + token.reveal() + '/' : "/rest/";
    return caller.ask(
        Call.post(
            URI.create(base.get() + place + method + ".json"), call.toString().getBytes(UTF_8)),
        Caller.Bearer.NONE,
        reply -> {
          Bitrix24Answer answer = Bitrix24Answer.read(reply.body());
          if (answer.error().isPresent()) {
            throw new SvodkaException(
                ErrorCode.CRM_UNAVAILABLE, "%s: %s".formatted(method, answer.error().get()));
          }
          return answer.rows();
        });
  }

  /**
   * All rows from an id on, in the order of their ids, each page from the last id of the one
   * before: rows that come and go shift nothing.
   *
   * @param id the id's name in rows and filters
   * @param after the last id that is known already
   */
  void each(
      String method, ObjectNode parameters, String id, long after, Consumer<List<FormNode>> page) {
    long last = after;
    boolean more = true;
    while (more) {
      ObjectNode call = parameters.deepCopy();
      call.withObjectProperty("filter").put(">" + id, last);
      call.withObjectProperty("order").put(id, "ASC");
      call.put("start", -1);
      List<FormNode> rows = rows(method, call);
      if (!rows.isEmpty()) {
        page.accept(rows);
        long end = id(rows.getLast(), id);
        more = rows.size() >= PAGE && end > last;
        last = Math.max(last, end);
      } else {
        more = false;
      }
    }
  }

  /** Rows of tasks write small what their filters write large. */
  static long id(FormNode row, String key) {
    return row.text(key)
        .or(() -> row.text(key.toLowerCase(Locale.ROOT)))
        .filter(text -> text.matches("\\d{1,18}"))
        .map(Long::parseLong)
        .orElse(0L);
  }
}
