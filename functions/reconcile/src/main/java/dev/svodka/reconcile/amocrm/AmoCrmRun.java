package dev.svodka.reconcile.amocrm;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
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
import dev.svodka.reconcile.http.Call;
import dev.svodka.reconcile.http.Caller;
import dev.svodka.reconcile.http.Pace;
import dev.svodka.reconcile.http.Reply;
import dev.svodka.source.amocrm.ItemTypes;
import dev.svodka.source.amocrm.api.AmoCrmApi;
import dev.svodka.source.amocrm.api.ApiPage;
import dev.svodka.source.amocrm.api.FieldNames;
import dev.svodka.source.form.FormNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads one amoCRM or Kommo account: names first, then what happened, then how things stand. */
public final class AmoCrmRun implements SourceRun {
  /** amoCRM takes 7 requests a second from an account. */
  private static final Duration INTERVAL = Duration.ofMillis(143);

  private static final int AT_ONCE = 7;
  private static final int EVENTS = 100;

  private final Parts parts;
  private final Business business;
  private final LiveSource source;
  private final Budget budget;
  private final AmoCrmApi api;
  private final Caller caller;
  private final AmoClient client;
  private final AmoAccount account;
  private Hook hook = Hook.UNKNOWN;

  public AmoCrmRun(Parts parts, Business business, LiveSource source, Budget budget) {
    this.parts = parts;
    this.business = business;
    this.source = source;
    this.budget = budget;
    this.api = new AmoCrmApi(business, source);
    this.caller =
        new Caller(
            "amoCRM",
            parts.transport(),
            new Pace(
                parts.cells(),
                business.account(),
                source.id() + "/pace",
                INTERVAL,
                AT_ONCE,
                budget),
            new AmoJudge(),
            budget,
            parts.random());
    Supplier<URI> base = () -> parts.hosts().base(source);
    this.client =
        new AmoClient(
            base,
            caller,
            new AmoTokens(
                business.account(),
                source.id(),
                source.token().orElse(""),
                parts.vault(),
                parts.cells(),
                budget,
                base,
                this::refresh));
    this.account = new AmoAccount(client, source);
  }

  private byte[] refresh(URI uri, byte[] json) {
    return caller.ask(Call.post(uri, json), Caller.Bearer.NONE, Reply::body);
  }

  @Override
  public Hook hook() {
    return hook;
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
    account.check();
    Optional<String> invoices = account.invoices();
    new NamesFile(parts.objects(), business.account(), source.id())
        .update(account.names(), budget.now());
    hook = account.webhook(business.account());
    FieldNames fields = account.fields(invoices);
    events(begin("events", from, journal), to, fields, invoices, journal);
    tasks(begin("tasks", from, journal), to, journal);
    leads(begin("leads", from, journal), to, journal);
    invoices.ifPresent(list -> elements(list, begin("invoices", from, journal), to, journal));
    boolean incoming =
        business.processes().values().stream()
            .anyMatch(process -> process.items().type().equals(ItemTypes.UNSORTED));
    if (incoming) {
      unsorted(to, journal);
    }
  }

  private static Instant begin(String feed, Instant from, Journal journal) {
    return journal.time(feed).map(read -> read.minus(Reconcile.OVERLAP)).orElse(from);
  }

  @Override
  public CrmDescription describe() {
    return account.describe();
  }

  /**
   * Has the CRM send its webhooks to this address, and no longer to others of the same source.
   *
   * @param hook its last part is the secret
   */
  public void subscribe(Secret hook) {
    account.check();
    new AmoSubscription(client, business).put(hook);
  }

  private void events(
      Instant from, Instant to, FieldNames fields, Optional<String> invoices, Journal journal) {
    Windows.read(
        from.getEpochSecond(),
        to.getEpochSecond(),
        EVENTS,
        (begin, end, page) -> window("events", "events", "created_at", EVENTS, begin, end, page),
        (rows, end) -> {
          journal.put(api.events(rows, fields, parents(rows), invoices, budget.now()));
          journal.mark("events", Instant.ofEpochSecond(end));
        });
  }

  /** What the tasks hang on that were done: their events do not tell it. */
  private Map<String, ItemRef> parents(List<FormNode> events) {
    Map<String, String> query = new LinkedHashMap<>();
    events.stream()
        .filter(event -> event.text("type").equals(Optional.of("task_completed")))
        .flatMap(event -> event.text("entity_id").stream())
        .distinct()
        .forEach(id -> query.put("filter[id][" + query.size() + "]", id));
    if (query.isEmpty()) {
      return Map.of();
    }
    query.put("limit", Integer.toString(AmoClient.ROWS));
    return api.parents(client.list("tasks", "tasks", query).rows());
  }

  private void tasks(Instant from, Instant to, Journal journal) {
    Windows.read(
        from.getEpochSecond(),
        to.getEpochSecond(),
        AmoClient.ROWS,
        (begin, end, page) ->
            window("tasks", "tasks", "updated_at", AmoClient.ROWS, begin, end, page),
        (rows, end) -> {
          journal.put(api.tasks(rows, budget.now()));
          journal.mark("tasks", Instant.ofEpochSecond(end));
        });
  }

  /** Whether the CRM counts the ends of a filter in is not written: it is asked for more. */
  private ApiPage window(
      String path, String key, String time, int limit, long from, long to, int page) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("limit", Integer.toString(limit));
    query.put("page", Integer.toString(page));
    query.put("filter[" + time + "][from]", Long.toString(from - 1));
    query.put("filter[" + time + "][to]", Long.toString(to));
    ApiPage answer = client.list(path, key, query);
    return new ApiPage(
        answer.rows().stream().filter(row -> at(row, time) >= from && at(row, time) < to).toList(),
        answer.next());
  }

  /** The filter by time is a feature that not every account has: they are read newest first. */
  private void leads(Instant from, Instant to, Journal journal) {
    String place = "leads#page";
    int first = journal.mark(place).map(Integer::parseInt).orElse(1);
    QuietPages.read(
        first,
        page ->
            client.list(
                "leads",
                "leads",
                AmoClient.ordered(
                    Map.of("order[updated_at]", "desc", "with", "loss_reason"), page)),
        row -> at(row, "updated_at") >= from.getEpochSecond(),
        (rows, page) -> {
          journal.put(api.leads(since(rows, from), budget.now()));
          journal.mark(place, Integer.toString(Math.max(1, page - 1)));
        });
    journal.forget(place);
    journal.mark("leads", to);
  }

  private void elements(String list, Instant from, Instant to, Journal journal) {
    QuietPages.read(
        1,
        page ->
            client.list(
                "catalogs/" + list + "/elements", "elements", AmoClient.ordered(Map.of(), page)),
        row -> true,
        (rows, page) -> journal.put(api.elements(since(rows, from), budget.now())));
    journal.mark("invoices", to);
  }

  /** Those that nobody has taken yet; what became of the others is told by webhooks alone. */
  private void unsorted(Instant to, Journal journal) {
    QuietPages.read(
        1,
        page -> client.list("leads/unsorted", "unsorted", AmoClient.ordered(Map.of(), page)),
        row -> true,
        (rows, page) -> journal.put(api.unsorted(rows, budget.now())));
    journal.mark("unsorted", to);
  }

  private static List<FormNode> since(List<FormNode> rows, Instant from) {
    return rows.stream().filter(row -> at(row, "updated_at") >= from.getEpochSecond()).toList();
  }

  /** Seconds since 1970; 0 where the row tells none. */
  private static long at(FormNode row, String key) {
    return row.text(key).filter(text -> text.matches("\\d{1,10}")).map(Long::parseLong).orElse(0L);
  }
}
