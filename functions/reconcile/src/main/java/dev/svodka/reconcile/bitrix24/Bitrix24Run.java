package dev.svodka.reconcile.bitrix24;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.secret.Secret;
import dev.svodka.lake.crm.CrmStatus.Hook;
import dev.svodka.reconcile.CrmDescription;
import dev.svodka.reconcile.Journal;
import dev.svodka.reconcile.NamesFile;
import dev.svodka.reconcile.Parts;
import dev.svodka.reconcile.SourceRun;
import dev.svodka.reconcile.http.Budget;
import dev.svodka.reconcile.http.Caller;
import dev.svodka.reconcile.http.Pace;
import dev.svodka.source.Named;
import dev.svodka.source.bitrix24.Bitrix24Api;
import dev.svodka.source.bitrix24.Bitrix24Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one Bitrix24: names, then for each item type that the business file has a process about its
 * stage history, its items and what was paid; approvals, tasks and contacts where the business file
 * has figures of them.
 */
public final class Bitrix24Run implements SourceRun {
  /** Two requests a second leak from the bucket. */
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private static final int AT_ONCE = 2;

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
    Feeds feeds = new Feeds(client, api, journal, budget, from, to);
    ItemFeeds items = new ItemFeeds(feeds);
    for (String type : types) {
      Bitrix24Types.entityType(type).ifPresent(entity -> items.read(type, entity));
    }
    WorkFeeds work = new WorkFeeds(feeds);
    if (types.contains(Bitrix24Types.APPROVAL)) {
      work.approvals();
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
      work.tasks();
    }
    if (!touched.isEmpty()) {
      work.activities();
    }
    for (String type : touched) {
      Bitrix24Types.entityType(type).ifPresent(entity -> work.comments(type, entity));
    }
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
