package dev.svodka.local.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * An amoCRM: a seeded history, its webhooks and its API v4, up to the moment of its clock. It
 * allows seven requests a second, its access token is good for some requests, and its refresh token
 * for one use.
 */
public final class FakeAmoCrm implements FakeCrm {
  /** The client's secrets and first tokens, as they are kept in a vault. */
  public static final String OAUTH =
      """
      {"client_id":"fake-client","client_secret":"fake-client-secret",\
      "redirect_uri":"https://example.com/","access_token":"fake-access-0",\
      "refresh_token":"fake-refresh-0"}""";

  /** How long before it was founded the history of a living company begins. */
  public static final Duration HISTORY = AmoCompany.HISTORY;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int REQUESTS_A_SECOND = 7;

  /** Requests of the second before that come late. */
  private static final int LATE = 3;

  /** So small that a small history has many pages and needs several tokens. */
  private static final Limits TIGHT = new Limits(9, 40);

  private static final Limits USUAL = new Limits(250, 2_000);

  private final List<AmoChange> changes;
  private final Account account;
  private final Limits limits;
  private final InstantSource clock;
  private final Disturbance disturbance;
  private final List<FakeHook> hooks;
  private final AmoRows rows;
  private final AmoSubscriptions subscriptions = new AmoSubscriptions();
  private final int ends;
  private int tokens;
  private int requestsOfToken;
  private long second;
  private int requestsOfSecond;
  private int strikes;
  private boolean hookDisabled;

  /**
   * Makes one.
   *
   * @param busy most of the history is before it, some in the seconds after it
   * @param clock what is later has not happened yet
   * @param disturbed whether hooks are lost and answers go wrong
   */
  public FakeAmoCrm(long seed, Instant busy, InstantSource clock, boolean disturbed) {
    this(
        Account.ROMASHKA,
        random(seed),
        random -> AmoWorld.changes(random, busy.getEpochSecond()),
        AmoNames.numbered(),
        TIGHT,
        clock,
        disturbed);
  }

  private FakeAmoCrm(
      Account account,
      RandomGenerator random,
      Function<RandomGenerator, List<AmoChange>> world,
      AmoNames names,
      Limits limits,
      InstantSource clock,
      boolean disturbed) {
    this.account = account;
    this.changes = world.apply(random);
    this.limits = limits;
    this.clock = clock;
    this.disturbance = new Disturbance(random, disturbed);
    this.hooks = disturbance.hooks(AmoHooks.of(changes, account));
    this.rows = new AmoRows(changes, account, names);
    this.ends = random.nextInt(2);
  }

  /**
   * The CRM of a company that lives: sixteen weeks before it was founded, a week of its life in the
   * half hour after, and then as fast as the clock. Hooks are lost and answers go wrong.
   */
  public static FakeAmoCrm living(
      Account account, long seed, Instant founded, InstantSource clock) {
    return new FakeAmoCrm(
        account,
        random(seed),
        random -> AmoCompany.changes(seed, founded),
        AmoCompany.NAMES,
        USUAL,
        clock,
        true);
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
  }

  /** Whose CRM it is. */
  public record Account(String id, String subdomain) {
    static final Account ROMASHKA = new Account("12345678", "romashka");

    String lead(long id) {
      return "https://%s.amocrm.ru/leads/detail/%d".formatted(subdomain, id);
    }
  }

  /** Most rows of a page, and for how many requests a token is good. */
  private record Limits(int rows, int requestsOfToken) {}

  /** What happened. */
  public SortedSet<Fact> truth() {
    return AmoWorld.facts(changes);
  }

  /** The webhooks that come in, in the order in which they do. */
  public List<FakeHook> hooks() {
    return List.copyOf(hooks);
  }

  /** When the last thing happens. */
  public Instant end() {
    return Instant.ofEpochSecond(changes.getLast().second());
  }

  /** The sum of each lead that is not deleted, at the end. */
  public Map<Long, Long> sums() {
    return rows.sums();
  }

  /** How often somebody asked too fast, or used a refresh token twice. */
  public synchronized int strikes() {
    return strikes;
  }

  /** Where it sends its webhooks: the settings by the address. */
  public synchronized SortedMap<String, List<String>> subscriptions() {
    return subscriptions.all();
  }

  /** Shows the address among those that it sends to. */
  public synchronized void subscribe(URI hook) {
    subscriptions.put(JSON.createObjectNode().put("destination", hook.toString()).toString());
  }

  /** Shows the webhook as switched off, as after too many bad answers. */
  public synchronized void disableHook() {
    hookDisabled = true;
  }

  @Override
  public synchronized Reply answer(Request request) {
    if (request.path().equals("/oauth2/access_token")) {
      return newTokens(request);
    }
    if (tooFast()) {
      strikes++;
      return Reply.of(429);
    }
    if (!request.bearer().equals("fake-access-" + tokens)
        || ++requestsOfToken > limits.requestsOfToken()) {
      return Reply.of(401, "{\"title\":\"Unauthorized\",\"status\":401}");
    }
    return disturbance.instead().orElseGet(() -> disturbance.damaged(list(request)));
  }

  private boolean tooFast() {
    long now = clock.instant().getEpochSecond();
    requestsOfSecond = now == second ? requestsOfSecond + 1 : 1;
    second = now;
    return requestsOfSecond > REQUESTS_A_SECOND + LATE;
  }

  private Reply newTokens(Request request) {
    try {
      String told = JSON.readTree(request.body()).path("refresh_token").asText();
      if (!told.equals("fake-refresh-" + tokens)) {
        strikes++;
        return Reply.of(400, "{\"hint\":\"Token has been revoked\"}");
      }
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    tokens++;
    requestsOfToken = 0;
    return Reply.of(
        200,
        "{\"token_type\":\"Bearer\",\"expires_in\":86400,\"access_token\":\"fake-access-%d\",\"refresh_token\":\"fake-refresh-%d\"}"
            .formatted(tokens, tokens));
  }

  private Reply list(Request request) {
    long now = clock.instant().getEpochSecond();
    String path = request.path().substring("/api/v4/".length());
    return switch (path) {
      case "account" ->
          Reply.of(
              200, "{\"id\":%s,\"subdomain\":\"%s\"}".formatted(account.id(), account.subdomain()));
      case "events" -> page("events", within(rows.events(now), request, "created_at"), request);
      case "leads" -> page("leads", newestFirst(rows.leads(now)), request);
      case "tasks" ->
          page("tasks", within(asked(rows.tasks(now), request), request, "updated_at"), request);
      case "catalogs" -> page("catalogs", rows.catalogs(), request);
      case "catalogs/4517/elements" -> page("elements", rows.invoices(now), request);
      case "catalogs/4517/custom_fields" -> page("custom_fields", rows.invoiceFields(), request);
      case "leads/pipelines" -> page("pipelines", rows.pipelines(), request);
      case "users" -> page("users", rows.users(), request);
      case "webhooks" -> webhooks(request);
      default -> Reply.of(204);
    };
  }

  private Reply webhooks(Request request) {
    return switch (request.method()) {
      case "GET" -> page("webhooks", subscriptions.rows(hookDisabled), request);
      case "POST" -> Reply.of(201, subscriptions.put(request.body()));
      case "DELETE" -> Reply.of(subscriptions.delete(request.body()) ? 204 : 404);
      default -> Reply.of(405);
    };
  }

  private static List<ObjectNode> newestFirst(List<ObjectNode> leads) {
    List<ObjectNode> sorted = new ArrayList<>(leads);
    sorted.sort(Comparator.comparingLong(lead -> -lead.path("updated_at").asLong()));
    return sorted;
  }

  private static List<ObjectNode> asked(List<ObjectNode> all, Request request) {
    List<Long> ids =
        request.query().entrySet().stream()
            .filter(each -> each.getKey().startsWith("filter[id]"))
            .map(each -> Long.parseLong(each.getValue()))
            .toList();
    return ids.isEmpty()
        ? all
        : all.stream().filter(row -> ids.contains(row.path("id").asLong())).toList();
  }

  /** Whether the ends of a filter count in is not documented: it hangs on the seed. */
  private List<ObjectNode> within(List<ObjectNode> all, Request request, String time) {
    ToLongFunction<ObjectNode> at = row -> row.path(time).asLong();
    long from = number(request, "filter[" + time + "][from]", 0);
    long to = number(request, "filter[" + time + "][to]", Long.MAX_VALUE);
    return all.stream()
        .filter(row -> at.applyAsLong(row) >= from + ends && at.applyAsLong(row) <= to - ends)
        .toList();
  }

  private static long number(Request request, String key, long otherwise) {
    return Optional.ofNullable(request.query().get(key)).map(Long::parseLong).orElse(otherwise);
  }

  /** As many rows as asked for, but no more than it gives. */
  private Reply page(String key, List<ObjectNode> all, Request request) {
    int limit = (int) Math.min(limits.rows(), number(request, "limit", limits.rows()));
    int page = (int) number(request, "page", 1);
    int from = Math.min(all.size(), (page - 1) * limit);
    int to = Math.min(all.size(), from + limit);
    if (from == to) {
      return Reply.of(204);
    }
    ObjectNode answer = JSON.createObjectNode();
    answer.put("_page", page);
    if (to < all.size()) {
      answer
          .putObject("_links")
          .putObject("next")
          .put("href", "http://127.0.0.1/api/v4/" + key + "?page=" + (page + 1));
    }
    answer.putObject("_embedded").putArray(key).addAll(all.subList(from, to));
    return Reply.of(200, answer.toString());
  }
}
