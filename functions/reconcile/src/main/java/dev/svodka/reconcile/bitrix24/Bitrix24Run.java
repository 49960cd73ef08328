package dev.svodka.reconcile.bitrix24;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.secret.Secret;
import dev.svodka.lake.crm.CrmStatus.Hook;
import dev.svodka.reconcile.CrmDescription;
import dev.svodka.reconcile.Journal;
import dev.svodka.reconcile.NamesFile;
import dev.svodka.reconcile.Parts;
import dev.svodka.reconcile.Reconcile;
import dev.svodka.reconcile.SourceRun;
import dev.svodka.reconcile.http.Budget;
import dev.svodka.reconcile.http.Caller;
import dev.svodka.reconcile.http.Pace;
import dev.svodka.source.Named;
import dev.svodka.source.bitrix24.Bitrix24Api;
import dev.svodka.source.bitrix24.Bitrix24Types;
import dev.svodka.source.form.FormNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads one Bitrix24: names, then for each item type that the business file has a process about its
 * stage history, its items and what was paid; approvals, tasks and contacts where the business file
 * has figures of them.
 */
public final class Bitrix24Run implements SourceRun {
  /** Two requests a second leak from the bucket. */
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private static final int AT_ONCE = 2;

  /** The methods' own examples write times with an offset in figures. */
  private static final ZoneOffset MOSCOW = ZoneOffset.ofHours(3);

  private static final List<String> TASK =
      List.of(
          "ID",
          "STATUS",
          "CREATED_DATE",
          "CHANGED_DATE",
          "CLOSED_DATE",
          "DEADLINE",
          "RESPONSIBLE_ID",
          "CREATED_BY",
          "CHANGED_BY",
          "CLOSED_BY",
          "UF_CRM_TASK");

  private static final List<String> ACTIVITY =
      List.of(
          "ID",
          "OWNER_ID",
          "OWNER_TYPE_ID",
          "TYPE_ID",
          "PROVIDER_ID",
          "COMPLETED",
          "CREATED",
          "START_TIME",
          "LAST_UPDATED",
          "RESPONSIBLE_ID");

  private final Parts parts;
  private final Business business;
  private final LiveSource source;
  private final Budget budget;
  private final Bitrix24Api api;
  private final Caller caller;

  public Bitrix24Run(Parts parts, Business business, LiveSource source, Budget budget) {
    this.parts = parts;
    this.business = business;
    this.source = source;
    this.budget = budget;
    this.api = new Bitrix24Api(business, source);
    this.caller =
        new Caller(
            "Bitrix24",
            parts.transport(),
            new Pace(
                parts.cells(),
                business.account(),
                source.id() + "/pace",
                INTERVAL,
                AT_ONCE,
                budget),
            new Bitrix24Judge(),
            budget,
            parts.random());
  }

  /** Bitrix24 tells of no webhook of its own whether it is on. */
  @Override
  public Hook hook() {
    return Hook.UNKNOWN;
  }

  @Override
  public long requests() {
    return caller.requests();
  }

  @Override
  public long refused() {
    return caller.refused();
  }

  @Override
  public void read(Instant from, Instant to, Journal journal) {
    Bitrix24Client client = client();
    List<String> types =
        business.processes().values().stream()
            .map(process -> process.items().type())
            .distinct()
            .toList();
    new NamesFile(parts.objects(), business.account(), source.id())
        .update(names(client, types), budget.now());
    for (String type : types) {
      Bitrix24Types.entityType(type)
          .ifPresent(
              entity -> {
                history(client, type, entity, from, to, journal);
                items(client, type, entity, from, to, journal);
              });
    }
    if (types.contains(Bitrix24Types.APPROVAL)) {
      approvals(client, from, to, journal);
    }
    List<String> touched =
        business.processes().values().stream()
            .filter(process -> process.contactEvery().isPresent())
            .map(process -> process.items().type())
            .distinct()
            .toList();
    boolean set =
        business.processes().values().stream()
            .anyMatch(process -> process.tasksAfter().isPresent());
    if (types.contains(Bitrix24Types.TASK) || set || !touched.isEmpty()) {
      tasks(client, from, to, journal);
    }
    if (!touched.isEmpty()) {
      activities(client, from, to, journal);
    }
    for (String type : touched) {
      Bitrix24Types.entityType(type)
          .ifPresent(entity -> comments(client, type, entity, from, to, journal));
    }
  }

  private void history(
      Bitrix24Client client,
      String type,
      String entity,
      Instant from,
      Instant to,
      Journal journal) {
    String feed = "history:" + type;
    ObjectNode call = Bitrix24Client.call().put("entityTypeId", Integer.parseInt(entity));
    call.putObject("filter")
        .put(">=CREATED_TIME", iso(begin(feed, from, journal)))
        .put("<CREATED_TIME", iso(to));
    resumed(
        client,
        "crm.stagehistory.list",
        call,
        "ID",
        feed,
        to,
        journal,
        rows -> journal.put(api.stageHistory(type, rows, budget.now())));
  }

  /** Without an upper end: an item that changes meanwhile would slip out of the filter. */
  private void items(
      Bitrix24Client client,
      String type,
      String entity,
      Instant from,
      Instant to,
      Journal journal) {
    String feed = "items:" + type;
    int entityTypeId = Integer.parseInt(entity);
    ObjectNode call = Bitrix24Client.call().put("entityTypeId", entityTypeId);
    call.putArray("select").add("*").add("uf_*");
    call.putObject("filter").put(">=updatedTime", iso(begin(feed, from, journal)));
    resumed(
        client,
        "crm.item.list",
        call,
        "id",
        feed,
        to,
        journal,
        rows -> {
          journal.put(api.items(type, rows, budget.now()));
          if (type.equals(Bitrix24Types.INVOICE)) {
            rows.forEach(row -> payments(client, entityTypeId, row, journal));
          }
        });
  }

  private void payments(Bitrix24Client client, int entityTypeId, FormNode row, Journal journal) {
    long id = Bitrix24Client.id(row, "id");
    ObjectNode call = Bitrix24Client.call().put("entityId", id).put("entityTypeId", entityTypeId);
    journal.put(
        api.payments(
            new ItemRef(Bitrix24Types.INVOICE, Long.toString(id)),
            client.rows("crm.item.payment.list", call),
            budget.now()));
  }

  private void tasks(Bitrix24Client client, Instant from, Instant to, Journal journal) {
    ObjectNode call = Bitrix24Client.call();
    TASK.forEach(call.putArray("select")::add);
    call.putObject("filter").put(">=CHANGED_DATE", iso(begin("tasks", from, journal)));
    resumed(
        client,
        "tasks.task.list",
        call,
        "ID",
        "tasks",
        to,
        journal,
        rows -> journal.put(api.tasks(rows, budget.now())));
  }

  private void activities(Bitrix24Client client, Instant from, Instant to, Journal journal) {
    ObjectNode call = Bitrix24Client.call();
    ACTIVITY.forEach(call.putArray("select")::add);
    call.putObject("filter").put(">=LAST_UPDATED", iso(begin("activities", from, journal)));
    resumed(
        client,
        "crm.activity.list",
        call,
        "ID",
        "activities",
        to,
        journal,
        rows -> journal.put(api.activities(rows, budget.now())));
  }

  /** Comments are asked for item by item, of those in whose timeline something happened. */
  private void comments(
      Bitrix24Client client,
      String type,
      String entity,
      Instant from,
      Instant to,
      Journal journal) {
    String feed = "comments:" + type;
    Instant begin = begin(feed, from, journal);
    ObjectNode call = Bitrix24Client.call().put("entityTypeId", Integer.parseInt(entity));
    call.putArray("select").add("id");
    call.putObject("filter").put(">=lastActivityTime", iso(begin));
    resumed(
        client,
        "crm.item.list",
        call,
        "id",
        feed,
        to,
        journal,
        rows -> rows.forEach(row -> comments(client, type, begin, row, journal)));
  }

  private void comments(
      Bitrix24Client client, String type, Instant begin, FormNode row, Journal journal) {
    long id = Bitrix24Client.id(row, "id");
    ObjectNode call = Bitrix24Client.call();
    List.of("ID", "CREATED", "AUTHOR_ID").forEach(call.putArray("select")::add);
    call.putObject("filter")
        .put("ENTITY_ID", id)
        .put("ENTITY_TYPE", type)
        .put(">=CREATED", iso(begin));
    client.each(
        "crm.timeline.comment.list",
        call,
        "ID",
        0,
        rows ->
            journal.put(api.comments(new ItemRef(type, Long.toString(id)), rows, budget.now())));
  }

  private void approvals(Bitrix24Client client, Instant from, Instant to, Journal journal) {
    ObjectNode call = Bitrix24Client.call();
    call.putObject("filter").put(">=MODIFIED", iso(begin("approvals", from, journal)));
    resumed(
        client,
        "bizproc.task.list",
        call,
        "ID",
        "approvals",
        to,
        journal,
        rows -> journal.put(api.approvals(rows, budget.now())));
  }

  /** The place within a feed is kept with where the feed began, until it is through. */
  private static void resumed(
      Bitrix24Client client,
      String method,
      ObjectNode call,
      String id,
      String feed,
      Instant to,
      Journal journal,
      Consumer<List<FormNode>> page) {
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

  private static String iso(Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        time.truncatedTo(ChronoUnit.SECONDS).atOffset(MOSCOW));
  }

  private static Instant begin(String feed, Instant from, Journal journal) {
    return journal.time(feed).map(read -> read.minus(Reconcile.OVERLAP)).orElse(from);
  }

  private static List<Named> names(Bitrix24Client client, List<String> types) {
    List<Named> names = new ArrayList<>();
    client.each(
        "user.get", Bitrix24Client.call(), "ID", 0, rows -> names.addAll(Bitrix24Api.users(rows)));
    client.each(
        "crm.status.list",
        Bitrix24Client.call(),
        "ID",
        0,
        rows -> names.addAll(Bitrix24Api.stages(rows)));
    for (String type : types) {
      Bitrix24Types.entityType(type)
          .filter(entity -> !type.equals(Bitrix24Types.LEAD))
          .ifPresent(
              entity ->
                  names.addAll(
                      Bitrix24Api.categories(
                          client.rows(
                              "crm.category.list",
                              Bitrix24Client.call()
                                  .put("entityTypeId", Integer.parseInt(entity))))));
    }
    return names;
  }

  @Override
  public CrmDescription describe() {
    return new CrmDescription(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        names(client(), List.of(Bitrix24Types.DEAL)));
  }

  private Bitrix24Client client() {
    String reference = source.token().orElse("");
    Secret token =
        parts
            .vault()
            .read(reference)
            .filter(secret -> !secret.isEmpty())
            .orElseThrow(
                () ->
                    new SvodkaException(
                        ErrorCode.NOT_AUTHENTICATED,
                        "Source %s: there is no token at %s".formatted(source.id(), reference)));
    return new Bitrix24Client(() -> parts.hosts().base(source), caller, token);
  }
}
