package dev.svodka.kpi;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.ProcessKind;
import dev.svodka.core.business.BusinessProcess.Receivables;
import dev.svodka.core.business.BusinessProcess.Skips;
import dev.svodka.core.business.Condition;
import dev.svodka.core.business.Condition.PaidInFull;
import dev.svodka.core.business.ImportRule.SameStage;
import dev.svodka.core.business.Interval;
import dev.svodka.core.business.Milestone;
import dev.svodka.core.business.Span;
import dev.svodka.core.business.WorkingTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The business file as small tables, so that one SQL serves every process. Processes and milestones
 * are numbered by their place in the file.
 */
final class BusinessTables {
  private static final int SUCCESS = 1;
  private static final int FAILURE = 2;
  private static final String ISSUED = "issued";
  private static final BigDecimal PAID_TOLERANCE = new BigDecimal("0.01");

  private final Database database;
  private final Business business;
  private final NamedFields fields;

  BusinessTables(Database database, Business business) {
    this.database = database;
    this.business = business;
    this.fields = new NamedFields(business);
  }

  NamedFields fields() {
    return fields;
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
                fields.customerNameOf(process).orElse(null))));
    List<List<@Nullable Object>> pipelines = new ArrayList<>();
    process.items().pipelines().forEach(pipeline -> pipelines.add(row(id, text(pipeline))));
    database.insert("process_pipelines", pipelines);
    writeMilestones(id, process);
    writeIntervals(id, process);
    List<List<@Nullable Object>> groups = new ArrayList<>();
    fields.groups(process).forEach((name, field) -> groups.add(row(id, name, field)));
    database.insert("group_fields", groups);
    List<List<@Nullable Object>> excludes = new ArrayList<>();
    process
        .failureExcludes()
        .forEach(
            (name, values) ->
                values.forEach(
                    value -> excludes.add(row(id, fields.of(process, name), text(value)))));
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
              condition instanceof Condition.FieldDate date
                  ? fields.of(process, date.field())
                  : null));
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
