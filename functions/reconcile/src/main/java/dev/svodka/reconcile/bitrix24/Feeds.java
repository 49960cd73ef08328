package dev.svodka.reconcile.bitrix24;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svodka.core.event.ItemRef;
import dev.svodka.reconcile.Journal;
import dev.svodka.reconcile.Reconcile;
import dev.svodka.reconcile.http.Budget;
import dev.svodka.source.Parsed;
import dev.svodka.source.bitrix24.Bitrix24Api;
import dev.svodka.source.form.FormNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Reads a portal's lists, each from where the run before came to, page by page; what broke off goes
 * on with the next page.
 *
 * @param from where a feed begins that was never read
 * @param to what a feed was read up to, once it is through
 */
record Feeds(
    Bitrix24Client client,
    Bitrix24Api api,
    Journal journal,
    Budget budget,
    Instant from,
    Instant to) {
  /** The methods' own examples write times with an offset in figures. */
  private static final ZoneOffset MOSCOW = ZoneOffset.ofHours(3);

  static String iso(Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        time.truncatedTo(ChronoUnit.SECONDS).atOffset(MOSCOW));
  }

  Instant begin(String feed) {
    return journal.time(feed).map(read -> read.minus(Reconcile.OVERLAP)).orElse(from);
  }

  /** Keeps what rows tell. */
  void put(BiFunction<List<FormNode>, Instant, Parsed.Events> reader, List<FormNode> rows) {
    journal.put(reader.apply(rows, budget.now()));
  }

  /** The rows whose {@code field} is not before the feed's beginning. */
  void since(
      String feed,
      String method,
      ObjectNode call,
      String id,
      String field,
      Consumer<List<FormNode>> page) {
    call.putObject("filter").put(">=" + field, iso(begin(feed)));
    resumed(feed, method, call, id, page);
  }

  /** The place within a feed is kept with where the feed began, until it is through. */
  void resumed(
      String feed, String method, ObjectNode call, String id, Consumer<List<FormNode>> page) {
    String place = feed + "#after";
    long after = journal.mark(place).map(Long::parseLong).orElse(0L);
    client.each(
        method,
        call,
        id,
        after,
        rows -> {
          page.accept(rows);
          journal.mark(place, Long.toString(Bitrix24Client.id(rows.getLast(), id)));
        });
    journal.forget(place);
    journal.mark(feed, to);
  }

  static ItemRef item(String type, FormNode row) {
    return new ItemRef(type, Long.toString(Bitrix24Client.id(row, "id")));
  }
}
