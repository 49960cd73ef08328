package dev.svodka.kpi;

import static dev.svodka.kpi.BusinessTables.row;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.Receivables;
import dev.svodka.core.business.Deadline;
import dev.svodka.core.business.Deadline.Due;
import dev.svodka.core.business.Deadline.Shift;
import dev.svodka.core.business.LedgerBalance;
import dev.svodka.core.business.Milestone;
import dev.svodka.core.business.Span;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a process demands, as small tables: deadlines, rework, contact, tasks, fields. */
final class RuleTables {
  private final Database database;
  private final Business business;
  private final BusinessTables tables;
  private final List<String> processes;

  RuleTables(Database database, Business business, BusinessTables tables) {
    this.database = database;
    this.business = business;
    this.tables = tables;
    this.processes = List.copyOf(business.processes().keySet());
  }

  void write(BusinessDays days) {
    for (int id = 0; id < processes.size(); id++) {
      BusinessProcess process = business.processes().get(processes.get(id));
      if (process != null) {
        write(id, process, days);
      }
    }
  }

  private void write(int id, BusinessProcess process, BusinessDays days) {
    process
        .failureReason()
        .ifPresent(field -> insert("failure_reasons", id, tables.fields().of(process, field)));
    process.deadline().ifPresent(deadline -> deadline(id, process, deadline, days));
    process
        .receivables()
        .ifPresent(
            receivables -> {
              ageing(id, receivables.ageing());
              ledger(id, receivables.ledger());
            });
    process
        .rework()
        .ifPresent(
            rework -> {
              insert("rework_rules", id, milestone(process, rework.base()));
              rework.stages().forEach(p -> insert("rework_patterns", id, BusinessTables.like(p)));
            });
    process
        .contactEvery()
        .ifPresent(
            rule -> {
              insert("contact_rules", id, millis(rule.atMost()), working(rule.atMost()));
              rule.whileStages()
                  .forEach(p -> insert("contact_patterns", id, BusinessTables.like(p)));
            });
    process
        .tasksAfter()
        .ifPresent(
            rule ->
                insert(
                    "task_rules",
                    id,
                    milestone(process, rule.milestone()),
                    millis(rule.within()),
                    working(rule.within())));
    process
        .requiredFields()
        .forEach(
            (milestone, fields) ->
                fields.forEach(
                    field ->
                        insert(
                            "required_fields",
                            id,
                            milestone(process, milestone),
                            tables.fields().of(process, field),
                            tables.text(milestone + "." + field))));
    process
        .parent()
        .ifPresent(
            parent -> {
              int above = processes.indexOf(parent.process());
              Optional<Span> target = process.receivables().flatMap(Receivables::issueTarget);
              insert(
                  "parents",
                  id,
                  above,
                  milestone(business.processes().get(parent.process()), parent.milestone()),
                  target.map(this::millis).orElse(null),
                  target.map(RuleTables::working).orElse(false));
            });
  }

  private void deadline(int id, BusinessProcess process, Deadline deadline, BusinessDays days) {
    Integer field = null;
    Integer after = null;
    Optional<Span> span = Optional.empty();
    boolean terms = false;
    Shift roll = Shift.NONE;
    switch (deadline.due()) {
      case Due.FieldDate(String name) -> field = tables.fields().of(process, name);
      case Due.Told told -> {
        field = tables.fields().dueAt(process);
        span = process.receivables().flatMap(Receivables::terms);
        terms = span.isPresent();
        roll = process.receivables().map(Receivables::dueRoll).orElse(Shift.NONE);
      }
      case Due.DayOfMonth monthly -> {
        for (LocalDate day : days.dueDays(monthly)) {
          insert("due_days", id, (int) day.toEpochDay());
        }
      }
      case Due.After(String milestone, Span within) -> {
        after = milestone(process, milestone);
        span = Optional.of(within);
      }
    }
    insert(
        "deadline_rules",
        id,
        field,
        after,
        terms,
        span.map(s -> (int) s.count()).orElse(null),
        span.map(this::millis).orElse(null),
        span.map(RuleTables::working).orElse(false),
        switch (roll) {
          case NONE -> "none";
          case PREVIOUS_WORKING_DAY -> "previous";
          case NEXT_WORKING_DAY -> "next";
        },
        milestone(process, deadline.done()),
        deadline.by() == Deadline.By.DATE);
  }

  /** {@code not_due}, then the buckets between the edges: {@code 1-30 31-60 61-90 91+}. */
  private void ageing(int id, List<Integer> edges) {
    insert("ageing_edges", id, tables.text("not_due"), null, null);
    int from = 1;
    for (int edge : edges) {
      insert("ageing_edges", id, tables.text(from + "-" + edge), from, edge);
      from = edge + 1;
    }
    insert("ageing_edges", id, tables.text(from + "+"), from, null);
  }

  private void ledger(int id, List<LedgerBalance> balances) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    SortedSet<LocalDate> days = new TreeSet<>();
    for (LedgerBalance balance : balances) {
      days.add(balance.day());
      rows.add(
          row(
              id,
              (int) balance.day().toEpochDay(),
              tables.text(balance.customer()),
              tables.text(balance.currency().orElse(business.currency())),
              balance.balance().setScale(2, RoundingMode.HALF_EVEN)));
    }
    database.insert("ledger_balances", rows);
    days.forEach(day -> insert("ledger_days", (int) day.toEpochDay(), tables.text(day.toString())));
  }

  private static int milestone(@Nullable BusinessProcess process, String name) {
    return process == null
        ? -1
        : process.milestones().stream().map(Milestone::id).toList().indexOf(name);
  }

  private long millis(Span span) {
    return span.millis(tables.dayMillis());
  }

  private static boolean working(Span span) {
    return span.unit().working();
  }

  private void insert(String table, @Nullable Object... values) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    rows.add(row(values));
    database.insert(table, rows);
  }
}
