package dev.svodka.kpi;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.ProcessKind;
import dev.svodka.core.business.BusinessProcess.Receivables;
import dev.svodka.core.business.BusinessProcess.Skips;
import dev.svodka.core.business.Condition;
import dev.svodka.core.business.Condition.PaidInFull;
import dev.svodka.core.business.Deadline;
import dev.svodka.core.business.Deadline.Due;
import dev.svodka.core.business.ImportRule.SameStage;
import dev.svodka.core.business.Interval;
import dev.svodka.core.business.Milestone;
import dev.svodka.core.business.Span;
import dev.svodka.core.business.WorkingTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The business file as small tables, so that one SQL serves every process. Processes and milestones
 * are numbered by their place in the file.
 */
final class BusinessTables {
  private static final int SUCCESS = 1;
  private static final int FAILURE = 2;
  static final String DUE_AT = "due_at";
  private static final String CUSTOMER_ID = "customer_id";
  private static final String CUSTOMER_NAME = "customer_name";

  /** The items that money comes as where nobody knows of which invoice it is. */
  private static final String PAYMENT = "payment";

  private static final String ISSUED = "issued";
  private static final BigDecimal PAID_TOLERANCE = new BigDecimal("0.01");
  private static final Set<String> COLUMNS = Set.of(DUE_AT, CUSTOMER_ID, CUSTOMER_NAME);

  private final Database database;
  private final Business business;
  private final Map<FieldOf, Integer> fields = new LinkedHashMap<>();

  /** A field of items of one type. */
  private record FieldOf(String itemType, String name) {}

  BusinessTables(Database database, Business business) {
    this.database = database;
    this.business = business;
    for (BusinessProcess process : business.processes().values()) {
      process.fieldsRead().forEach(field -> field(process, field));
      process.requiredFields().values().forEach(all -> all.forEach(field -> field(process, field)));
      if (process.deadline().map(Deadline::due).filter(Due.Told.class::isInstance).isPresent()) {
        field(process, DUE_AT);
      }
      if (customers(process)) {
        customer(process);
        customerName(process);
      }
    }
  }

  /** The number of a field of the process's items. */
  int field(BusinessProcess process, String name) {
    FieldOf field = new FieldOf(process.items().type(), name);
    return fields.computeIfAbsent(field, n -> fields.size());
  }

  private static boolean customers(BusinessProcess process) {
    return process.customerIdField().isPresent() || process.kind() == ProcessKind.INVOICE;
  }

  /** Where the business file names no field, the customer that the events themselves tell. */
  private int customer(BusinessProcess process) {
    return field(process, process.customerIdField().orElse(CUSTOMER_ID));
  }

  private int customerName(BusinessProcess process) {
    return field(process, process.customerNameField().orElse(CUSTOMER_NAME));
  }

  /** What is to be taken out of the events while loading; before any stream is read. */
  void writeFields() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    fields.forEach(
        (field, id) -> {
          if (COLUMNS.contains(field.name())) {
            rows.add(row(id, field.itemType(), field.name()));
          }
          rows.add(row(id, field.itemType(), jsonPath(field.name())));
        });
    for (BusinessProcess process : business.processes().values()) {
      if (process.kind() == ProcessKind.INVOICE && process.customerIdField().isEmpty()) {
        rows.add(row(customer(process), PAYMENT, CUSTOMER_ID));
      }
      Optional.ofNullable(process.fields().get("due"))
          .map(BusinessTables::jsonPath)
          .ifPresent(path -> rows.add(row(field(process, DUE_AT), process.items().type(), path)));
    }
    database.insert("named_fields", rows);
    writePaths();
  }

  /** All paths are taken out of a JSON text at once: reading it again for each costs most. */
  private void writePaths() {
    List<String> paths =
        database.query(
            "named_fields",
            "select distinct path from named_fields where path like '$%' order by path",
            row -> row.getString(1));
    List<List<@Nullable Object>> places = new ArrayList<>();
    paths.forEach(path -> places.add(row(places.size() + 1, path)));
    database.insert("named_paths", places);
    String list =
        paths.stream()
            .map(path -> "'" + path.replace("'", "''") + "'")
            .collect(Collectors.joining(", "));
    database.execute(
        "create macro named_texts(x) as "
            + (paths.isEmpty()
                ? "cast([] as varchar[])"
                : "json_extract_string(x, [" + list + "])"));
  }

  private static String jsonPath(String name) {
    return "$.\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  void write() {
    int number = 0;
    for (BusinessProcess process : business.processes().values()) {
      write(number++, process);
    }
  }

  private void write(int id, BusinessProcess process) {
    Optional<Span> within = process.within();
    Optional<Receivables> receivables = process.receivables();
    boolean anyPipeline = process.items().pipelines().isEmpty();
    database.insert(
        "processes",
        List.of(
            row(
                id,
                process.id(),
                text(process.items().type()),
                process.items().source().map(source -> source.text()).orElse(null),
                anyPipeline,
                business.skips(process) == Skips.STRICT,
                sameStage(process),
                within.map(span -> span.millis(dayMillis())).orElse(null),
                within.map(span -> span.unit().working()).orElse(false),
                process.milestones().stream().anyMatch(m -> m.condition() instanceof PaidInFull)
                    || process.kind() == ProcessKind.INVOICE,
                process.kind() == ProcessKind.INVOICE,
                place(process, ISSUED),
                receivables.flatMap(Receivables::debtFrom).isPresent(),
                receivables.flatMap(Receivables::debtFrom).map(m -> place(process, m)).orElse(null),
                receivables.map(Receivables::paidTolerance).orElse(PAID_TOLERANCE),
                customers(process) ? Integer.valueOf(customerName(process)) : null)));
    List<List<@Nullable Object>> pipelines = new ArrayList<>();
    process.items().pipelines().forEach(pipeline -> pipelines.add(row(id, text(pipeline))));
    database.insert("process_pipelines", pipelines);
    writeMilestones(id, process);
    writeIntervals(id, process);
    List<List<@Nullable Object>> groups = new ArrayList<>();
    process.groupBy().forEach(name -> groups.add(row(id, name, field(process, name))));
    if (customers(process)) {
      groups.add(row(id, "customer", customer(process)));
    }
    database.insert("group_fields", groups);
    List<List<@Nullable Object>> excludes = new ArrayList<>();
    process
        .failureExcludes()
        .forEach(
            (name, values) ->
                values.forEach(value -> excludes.add(row(id, field(process, name), text(value)))));
    database.insert("failure_excludes", excludes);
  }

  /** The number of a milestone; null where the process has none of this name. */
  private static @Nullable Integer place(BusinessProcess process, String milestone) {
    int place = process.milestones().stream().map(Milestone::id).toList().indexOf(milestone);
    return place < 0 ? null : place;
  }

  /** As the import of the items says; null where nothing imports them: then the source decides. */
  private @Nullable Boolean sameStage(BusinessProcess process) {
    boolean imported =
        business.imports().stream()
            .anyMatch(rule -> rule.item().type().equals(process.items().type()));
    return imported ? business.sameStage(process) == SameStage.NEW_VISIT : null;
  }

  private void writeMilestones(int id, BusinessProcess process) {
    List<List<@Nullable Object>> milestones = new ArrayList<>();
    List<List<@Nullable Object>> patterns = new ArrayList<>();
    int number = 0;
    for (Milestone milestone : process.milestones()) {
      int place = process.funnel().indexOf(milestone.id());
      Integer ends =
          process.success().contains(milestone.id())
              ? Integer.valueOf(SUCCESS)
              : process.failure().contains(milestone.id()) ? Integer.valueOf(FAILURE) : null;
      Condition condition = milestone.condition();
      String kind =
          switch (condition) {
            case Condition.Created created -> "created";
            case Condition.EnteredStage entered -> "entered";
            case Condition.LeftStages left -> "left";
            case Condition.FieldDate date -> "field";
            case Condition.PaidInFull paid -> "paid";
          };
      milestones.add(
          row(
              id,
              number,
              text(milestone.id()),
              kind,
              milestone.take() == Milestone.Take.LAST,
              place < 0 ? null : place,
              ends,
              condition instanceof Condition.FieldDate date ? field(process, date.field()) : null));
      for (String pattern : patterns(condition)) {
        patterns.add(row(id, number, like(pattern)));
      }
      number++;
    }
    database.insert("milestones", milestones);
    database.insert("milestone_patterns", patterns);
  }

  private static List<String> patterns(Condition condition) {
    return switch (condition) {
      case Condition.EnteredStage entered -> entered.patterns();
      case Condition.LeftStages left -> left.patterns();
      case Condition.Created created -> List.of();
      case Condition.FieldDate date -> List.of();
      case Condition.PaidInFull paid -> List.of();
    };
  }

  /** A pattern with {@code *} as SQL's {@code like}, escaped by {@code !}. */
  static String like(String pattern) {
    return pattern.replace("!", "!!").replace("%", "!%").replace("_", "!_").replace('*', '%');
  }

  private void writeIntervals(int id, BusinessProcess process) {
    List<String> names = process.milestones().stream().map(Milestone::id).toList();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    int number = 0;
    for (Interval interval : process.intervals()) {
      rows.add(
          row(
              id,
              number++,
              text(interval.id()),
              names.indexOf(interval.from()),
              names.indexOf(interval.to()),
              interval.match() == Interval.Match.NEXT,
              interval.target().map(span -> span.millis(dayMillis())).orElse(null),
              interval.target().map(span -> span.unit().working()).orElse(false)));
    }
    database.insert("intervals", rows);
  }

  /** Milliseconds of a full working day; of a day where no working time is stated. */
  long dayMillis() {
    return business.workingTime().map(WorkingTime::dayMillis).orElse(86_400_000L);
  }

  /** The number of a text, which joins the dictionary where it is not in it. */
  int text(String text) {
    String look = "select text_id from texts where text = ?";
    List<Integer> found = database.query("texts", look, row -> row.getInt(1), text);
    if (!found.isEmpty()) {
      return found.getFirst();
    }
    int id = database.one("texts", "select max(text_id) + 1 from texts", row -> row.getInt(1));
    database.insert("texts", List.of(row(id, text)));
    return id;
  }

  static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }
}
