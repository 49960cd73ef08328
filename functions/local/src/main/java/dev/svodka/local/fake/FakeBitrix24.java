package dev.svodka.local.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A Bitrix24: a seeded history, its webhooks, which tell ids alone, and its REST methods up to the
 * moment of its clock, through a leaky bucket.
 */
public final class FakeBitrix24 implements FakeCrm {
  /** The inbound webhook by which it is asked. */
  public static final String WEBHOOK = "1/fakewebhook0123";

  /** The application_token of its own webhooks. */
  public static final String APPLICATION_TOKEN = "fake-application-token";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 50;
  private static final int BUCKET = 50;
  private static final Map<String, Integer> ENTITY_TYPES = Map.of("deal", 2, "invoice", 31);

  private final List<BitrixStep> steps;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Disturbance disturbance;
  private final boolean disturbed;
  private final List<FakeHook> hooks;
  private double level;
  private long lastMillis;
  private int strikes;

  /**
   * Makes one.
   *
   * @param busy most of the history is before it, some in the seconds after it
   * @param clock what is later has not happened yet
   * @param disturbed whether hooks are lost and answers go wrong
   */
  public FakeBitrix24(long seed, Instant busy, InstantSource clock, boolean disturbed) {
    this.random = RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
    this.steps = BitrixWorld.steps(random, busy.getEpochSecond());
    this.clock = clock;
    this.disturbed = disturbed;
    this.disturbance = new Disturbance(random, disturbed);
    this.hooks = disturbance.hooks(steps.stream().flatMap(step -> hook(step).stream()).toList());
  }

  /** What happened, but for deletions: of those whose hook was lost nothing is told. */
  public SortedSet<Fact> truth() {
    SortedSet<Fact> facts = new TreeSet<>();
    for (BitrixStep step : steps) {
      String item = step.type() + '/' + step.item();
      switch (step.what()) {
        case CREATED -> facts.add(new Fact("created", item, "", step.second()));
        case MOVED ->
            facts.add(new Fact("moved", item, step.category() + '/' + step.stage(), step.second()));
        case PAID -> facts.add(new Fact("paid", item, step.sum() + ".00", step.second()));
        case CALLED, NOTED -> facts.add(new Fact("contacted", item, "", step.second()));
        case TASK_SET -> facts.add(new Fact("created", item, "", step.second()));
        case TASK_DONE -> {
          facts.add(new Fact("moved", item, "/done", step.second()));
          facts.add(new Fact("contacted", "deal/" + step.sum(), "", step.second()));
        }
        case PRICED, DELETED, TASK_MOVED -> {}
      }
    }
    return facts;
  }

  /** The webhooks that come in, in the order in which they do. */
  public List<FakeHook> hooks() {
    return List.copyOf(hooks);
  }

  /** When the last thing happens. */
  public Instant end() {
    return Instant.ofEpochSecond(steps.getLast().second());
  }

  /** How often the bucket ran over. */
  public synchronized int strikes() {
    return strikes;
  }

  /** Of calls and comments none is sent. */
  private static Optional<FakeHook> hook(BitrixStep step) {
    String action =
        switch (step.what()) {
          case CREATED, TASK_SET -> "ADD";
          case DELETED -> "DELETE";
          case MOVED, PRICED, PAID, TASK_MOVED, TASK_DONE -> "UPDATE";
          case CALLED, NOTED -> "";
        };
    String fields =
        (step.type().equals("task") ? "data%5BFIELDS_AFTER%5D" : "data%5BFIELDS%5D")
            + "%5BID%5D="
            + step.item();
    String event =
        switch (step.type()) {
          case "deal" -> "ONCRMDEAL" + action;
          case "task" -> "ONTASK" + action;
          default -> "ONCRMDYNAMICITEM" + action + "&data%5BFIELDS%5D%5BENTITY_TYPE_ID%5D=31";
        };
    FakeHook hook =
        new FakeHook(
            step.second(),
            "event=%s&%s&ts=%d&auth%%5Bdomain%%5D=romashka.bitrix24.ru&auth%%5Bapplication_token%%5D=%s"
                .formatted(event, fields, step.second(), APPLICATION_TOKEN));
    return action.isEmpty() ? Optional.empty() : Optional.of(hook);
  }

  @Override
  public synchronized Reply answer(Request request) {
    if (!request.path().startsWith("/rest/" + WEBHOOK + '/')) {
      return Reply.of(401, "{\"error\":\"NO_AUTH_FOUND\"}");
    }
    long now = clock.millis();
    level = Math.max(0, level - (now - lastMillis) * 2 / 1000.0) + 1;
    lastMillis = now;
    if (level > BUCKET) {
      strikes++;
      return Reply.of(503, "{\"error\":\"QUERY_LIMIT_EXCEEDED\"}");
    }
    if (disturbed && random.nextInt(200) == 0) {
      return Reply.of(429, "{\"error\":\"OPERATION_TIME_LIMIT\"}");
    }
    return disturbance.instead().orElseGet(() -> disturbance.damaged(method(request)));
  }

  private Reply method(Request request) {
    String path = request.path();
    try {
      JsonNode call = JSON.readTree(request.body());
      return switch (path.substring(path.lastIndexOf('/') + 1)) {
        case "crm.stagehistory.list.json" -> page(history(call), call, "ID", "items");
        case "crm.item.list.json" -> page(items(call), call, "id", "items");
        case "crm.item.payment.list.json" -> page(payments(call), call, "id", "");
        case "tasks.task.list.json" -> page(tasks(call), call, "ID", "tasks");
        case "crm.activity.list.json" -> page(activities(call), call, "ID", "");
        case "crm.timeline.comment.list.json" -> page(comments(call), call, "ID", "");
        case "user.get.json" -> page(List.of(user()), call, "ID", "");
        case "crm.status.list.json", "bizproc.task.list.json" -> page(List.of(), call, "ID", "");
        case "crm.category.list.json" -> page(List.of(category()), call, "id", "categories");
        default -> Reply.of(404, "{\"error\":\"ERROR_METHOD_NOT_FOUND\"}");
      };
    } catch (JsonProcessingException e) {
      return Reply.of(400, "{\"error\":\"BAD_REQUEST\"}");
    }
  }

  private List<ObjectNode> history(JsonNode call) {
    List<ObjectNode> rows = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      BitrixStep step = steps.get(i);
      boolean told = step.what() == BitrixStep.What.CREATED || step.what() == BitrixStep.What.MOVED;
      if (told && isOf(call, step) && within(call, "CREATED_TIME", step.second())) {
        rows.add(
            JSON.createObjectNode()
                .put("ID", i + 1)
                .put("TYPE_ID", step.what() == BitrixStep.What.CREATED ? 1 : 2)
                .put("OWNER_ID", step.item())
                .put("CREATED_TIME", iso(step.second()))
                .put("CATEGORY_ID", Integer.parseInt(step.category()))
                .put("STAGE_ID", step.stage()));
      }
    }
    return rows;
  }

  private List<ObjectNode> items(JsonNode call) {
    Map<Long, ObjectNode> items = new TreeMap<>();
    for (BitrixStep step : steps) {
      if (!isOf(call, step) || step.second() > clock.instant().getEpochSecond()) {
        continue;
      }
      switch (step.what()) {
        case DELETED -> items.remove(step.item());
        case PAID, TASK_SET, TASK_MOVED, TASK_DONE -> {}
        case CALLED, NOTED ->
            Optional.ofNullable(items.get(step.item()))
                .ifPresent(item -> item.put("lastActivityTime", iso(step.second())));
        case CREATED, MOVED, PRICED -> {
          ObjectNode item =
              items.computeIfAbsent(
                  step.item(),
                  id ->
                      JSON.createObjectNode()
                          .put("id", id)
                          .put("createdTime", iso(step.second()))
                          .put("currencyId", "RUB")
                          .put("assignedById", 1));
          item.put("updatedTime", iso(step.second()))
              .put("categoryId", Integer.parseInt(step.category()))
              .put("stageId", step.stage())
              .put("opportunity", step.sum());
        }
      }
    }
    return items.values().stream()
        .filter(item -> within(call, "updatedTime", second(item.path("updatedTime").asText())))
        .filter(
            item ->
                !call.path("filter").has(">=lastActivityTime")
                    || (item.has("lastActivityTime")
                        && within(
                            call,
                            "lastActivityTime",
                            second(item.path("lastActivityTime").asText()))))
        .toList();
  }

  private List<ObjectNode> payments(JsonNode call) {
    List<ObjectNode> rows = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      BitrixStep step = steps.get(i);
      if (step.what() == BitrixStep.What.PAID
          && step.item() == call.path("entityId").asLong()
          && step.second() <= clock.instant().getEpochSecond()) {
        rows.add(
            JSON.createObjectNode()
                .put("id", i)
                .put("paid", "Y")
                .put("datePaid", iso(step.second()))
                .put("sum", step.sum())
                .put("currency", "RUB"));
      }
    }
    return rows;
  }

  private List<ObjectNode> tasks(JsonNode call) {
    Map<Long, ObjectNode> tasks = new TreeMap<>();
    for (BitrixStep step : steps) {
      if (!step.type().equals("task") || step.second() > clock.instant().getEpochSecond()) {
        continue;
      }
      boolean done = step.what() == BitrixStep.What.TASK_DONE;
      ObjectNode task =
          tasks.computeIfAbsent(
              step.item(),
              id -> {
                ObjectNode set = JSON.createObjectNode().put("id", Long.toString(id));
                set.put("createdDate", iso(step.second())).put("createdBy", "1");
                set.putArray("ufCrmTask").add("CO_5").add("D_" + step.sum());
                return set.put("responsibleId", "1");
              });
      task.put("status", done ? "5" : "2")
          .put("changedDate", iso(step.second()))
          .put("deadline", iso(Long.parseLong(step.category())))
          .put("closedDate", done ? iso(step.second()) : null);
    }
    return tasks.values().stream()
        .filter(task -> within(call, "CHANGED_DATE", second(task.path("changedDate").asText())))
        .toList();
  }

  /** Calls; a task is shown as an activity too. */
  private List<ObjectNode> activities(JsonNode call) {
    List<ObjectNode> rows = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      BitrixStep step = steps.get(i);
      boolean called = step.what() == BitrixStep.What.CALLED;
      boolean set = step.what() == BitrixStep.What.TASK_SET;
      if ((called || set) && within(call, "LAST_UPDATED", step.second())) {
        rows.add(
            JSON.createObjectNode()
                .put("ID", Integer.toString(i + 1))
                .put("OWNER_ID", Long.toString(called ? step.item() : step.sum()))
                .put("OWNER_TYPE_ID", "2")
                .put("TYPE_ID", called ? "2" : "3")
                .put("PROVIDER_ID", called ? "VOXIMPLANT_CALL" : "TASKS")
                .put("COMPLETED", "Y")
                .put("CREATED", iso(step.second()))
                .put("START_TIME", iso(step.second()))
                .put("LAST_UPDATED", iso(step.second()))
                .put("RESPONSIBLE_ID", "1"));
      }
    }
    return rows;
  }

  private List<ObjectNode> comments(JsonNode call) {
    List<ObjectNode> rows = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      BitrixStep step = steps.get(i);
      if (step.what() == BitrixStep.What.NOTED
          && step.item() == call.path("filter").path("ENTITY_ID").asLong()
          && call.path("filter").path("ENTITY_TYPE").asText().equals(step.type())
          && within(call, "CREATED", step.second())) {
        rows.add(
            JSON.createObjectNode()
                .put("ID", Integer.toString(i + 1))
                .put("CREATED", iso(step.second()))
                .put("AUTHOR_ID", "1"));
      }
    }
    return rows;
  }

  private static ObjectNode user() {
    return JSON.createObjectNode().put("ID", "1").put("NAME", "Менеджер").put("LAST_NAME", "Один");
  }

  private static ObjectNode category() {
    return JSON.createObjectNode().put("id", 0).put("name", "Общая");
  }

  private static boolean isOf(JsonNode call, BitrixStep step) {
    return Integer.valueOf(call.path("entityTypeId").asInt()).equals(ENTITY_TYPES.get(step.type()));
  }

  private boolean within(JsonNode call, String time, long second) {
    JsonNode filter = call.path("filter");
    boolean after = !filter.has(">=" + time) || second >= second(filter.path(">=" + time).asText());
    boolean before = !filter.has("<" + time) || second < second(filter.path("<" + time).asText());
    return after && before && second <= clock.instant().getEpochSecond();
  }

  private static long second(String iso) {
    return OffsetDateTime.parse(iso).toEpochSecond();
  }

  private static String iso(long second) {
    return Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofHours(3)).toString();
  }

  /** Rows of tasks write small what their filters write large. */
  private static long number(ObjectNode row, String id) {
    return row.path(row.has(id) ? id : id.toLowerCase(Locale.ROOT)).asLong();
  }

  /**
   * A page of rows.
   *
   * @param list the rows' name under {@code result}; empty where they are the result
   */
  private static Reply page(List<ObjectNode> all, JsonNode call, String id, String list) {
    long last = call.path("filter").path(">" + id).asLong(Long.MIN_VALUE);
    List<ObjectNode> rows = all.stream().filter(row -> number(row, id) > last).limit(PAGE).toList();
    ObjectNode answer = JSON.createObjectNode();
    if (list.isEmpty()) {
      answer.putArray("result").addAll(rows);
    } else {
      answer.putObject("result").putArray(list).addAll(rows);
    }
    return Reply.of(200, answer.toString());
  }
}
