package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.svodka.core.business.Business;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a business file says, as the tables that the SQL reads. */
class BusinessTablesTest {
  private static final String BUSINESS =
      """
      account: test
      time-zone: Europe/Moscow
      currency: RUB
      working-time: {calendar: RU, hours: "09:00-17:00"}
      processes:
        sales:
          items: {type: deal, pipeline: [P1, P2], source: amocrm}
          milestones:
            created: {created: true}
            offered: {stage: ["10%_*", "Wow!"], take: last}
            shipped: {left: [Store]}
            won: {field: 'won "at"'}
            lost: {stage: [L]}
          funnel: [created, offered, won]
          funnel-skips: strict
          within: 2 days
          success: [won]
          failure: [lost]
          failure-reason: {field: reason}
          failure-excludes: {reason: [spam, double]}
          group-by: [origin]
          customer: {id: {field: inn}}
          intervals:
            cycle: {from: created, to: won, target: 3 working days}
            again: {from: offered, to: lost, match: next, target: 5 hours}
            plain: {from: created, to: lost}
          required-fields: {offered: [phone, reason]}
          contact-every: {while: {stage: [Talk*]}, at-most: 4 working hours}
          tasks-after: {milestone: offered, within: 30 minutes}
          rework: {base: created, stages: [Back, "Re_*"]}
          deadline: {due: {after: created, within: 2 working days}, done: won}
        bills:
          kind: invoice
          items: {type: invoice}
          milestones:
            issued: {created: true}
            paid: {paid-in-full: true}
          fields: {due: "17"}
          parent: {process: sales, milestone: offered}
          issue-target: 1 working day
          terms: 10 days
          due-roll: next-working-day
          debt-from: issued
          ageing: [30, 90]
          paid-tolerance: 0.5
        payroll:
          items: {type: task}
          milestones:
            created: {created: true}
            done: {stage: [Done]}
          deadline: {due: {day-of-month: [5]}, done: done, by: timestamp}
        permits:
          items: {type: request}
          milestones: {created: {created: true}, done: {stage: [Done]}}
          deadline: {due: {field: until}, done: done}
      imports: [{files: "*.xes", item: {type: request}}, {files: "*.csv",
        item: {type: task, id: "{id}"}, events: [{kind: created, at: "{d}"}]}]
      goals:
        - {kpi: win_rate, process: sales, owner: 7, month: 2026-03, value: 0.25}
        - {kpi: invoiced, process: bills, month: 2026-02, value: 1000}
        - {kpi: win_rate, process: sales, month: 2026-04, value: 1}
      """;
  private static final Instant FROM = Instant.parse("2026-02-01T12:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-03-20T12:00:00Z");

  @TempDir private Path folder;

  /** One test of many looks: filling the tables takes longer than looking at them all. */
  @Test
  void whatTheFileSaysIsInTheTables() {
    try (Database database = filled()) {
      assertAll(
          () -> aProcessIsARow(database),
          () -> milestonesAndIntervalsAreNumberedByTheirPlace(database),
          () -> fieldsAreTakenOutOfTheItemsThatHaveThem(database),
          () -> rulesAreRows(database),
          () -> goalsOfTheMonthsThatAreShownStandBesideTheirFacts(database),
          () -> aTextHasOneNumber(database));
    }
  }

  private static void aProcessIsARow(Database database) {
    assertThat(
            rows(
                database,
                "select name, t.text, source, any_pipeline, strict, new_visit, within_millis,"
                    + " within_working, money, invoice, issued_milestone, debt_stated,"
                    + " debt_milestone, tolerance"
                    + " from processes join texts t on text_id = item_type order by process"))
        .containsExactly(
            "sales deal amocrm false true null 172800000 false false false null false null"
                + " 0.01",
            "bills invoice null true false null null false true true 0 true 0 0.50",
            "payroll task null true false false null false false false null false null 0.01",
            "permits request null true true true null false false false null false null" + " 0.01");
    assertThat(
            rows(
                database,
                "select process, text from process_pipelines join texts on text_id = pipeline"
                    + " order by all"))
        .containsExactly("0 P1", "0 P2");
  }

  private static void milestonesAndIntervalsAreNumberedByTheirPlace(Database database) {
    assertThat(
            rows(
                database,
                "select milestone, text, condition, take_last, funnel, ends, path"
                    + " from milestones m join texts on text_id = subject"
                    + " left join named_fields f on f.field = m.field"
                    + " where process = 0 order by milestone"))
        .containsExactly(
            "0 created created false 0 null null",
            "1 offered entered true 1 null null",
            "2 shipped left false null null null",
            "3 won field false 2 1 $.\"won \\\"at\\\"\"",
            "4 lost entered false null 2 null");
    assertThat(
            rows(database, "select milestone, pattern from milestone_patterns where process = 0"))
        .containsExactly("1 10!%!_%", "1 Wow!!", "2 Store", "4 L");
    assertThat(rows(database, "select condition, ends from milestones where process = 1"))
        .containsExactly("created null", "paid 1");
    assertThat(
            rows(
                database,
                "select interval_no, text, from_milestone, to_milestone, match_next,"
                    + " target_millis, target_working from intervals"
                    + " join texts on text_id = subject order by interval_no"))
        .containsExactly(
            "0 cycle 0 3 false 86400000 true",
            "1 again 1 4 true 18000000 false",
            "2 plain 0 4 false null false");
  }

  private static void fieldsAreTakenOutOfTheItemsThatHaveThem(Database database) {
    assertThat(rows(database, "select distinct item_type, path from named_fields order by all"))
        .containsExactly(
            "deal $.\"customer_name\"",
            "deal $.\"inn\"",
            "deal $.\"origin\"",
            "deal $.\"phone\"",
            "deal $.\"reason\"",
            "deal $.\"won \\\"at\\\"\"",
            "deal customer_name",
            "invoice $.\"17\"",
            "invoice $.\"customer_id\"",
            "invoice $.\"customer_name\"",
            "invoice $.\"due_at\"",
            "invoice customer_id",
            "invoice customer_name",
            "invoice due_at",
            "payment customer_id",
            "request $.\"until\"");
    assertThat(
            rows(
                database,
                "select f.item_type, count(distinct g.field) from named_fields f"
                    + " join named_fields g on g.path = '$.\"17\"' and g.field = f.field"
                    + " where f.path = 'due_at' group by all"))
        .as("the due date is one field, wherever it is told")
        .containsExactly("invoice 1");
    assertThat(
            rows(
                database,
                "select process, dimension, path from group_fields join named_fields"
                    + " using (field) where path like '$%' order by all"))
        .containsExactly(
            "0 customer $.\"inn\"", "0 origin $.\"origin\"", "1 customer $.\"customer_id\"");
    assertThat(
            rows(
                database,
                "select process, path, text from failure_excludes join named_fields"
                    + " using (field) join texts on text_id = value order by all"))
        .containsExactly("0 $.\"reason\" double", "0 $.\"reason\" spam");
  }

  private static void rulesAreRows(Database database) {
    assertThat(
            rows(
                database,
                "select distinct d.process, min(path) over (partition by d.process),"
                    + " after_milestone, terms, span_count, span_millis, span_working, roll,"
                    + " done_milestone, by_date from deadline_rules d"
                    + " left join named_fields using (field) order by all"))
        .containsExactly(
            "0 null 0 false 2 57600000 true none 3 true",
            "1 $.\"17\" null true 10 864000000 false next 1 true",
            "2 null null false null null false none 1 false",
            "3 $.\"until\" null false null null false none 1 true");
    assertThat(
            rows(
                database,
                "select process, cast(date '1970-01-01' + due_day as date) from due_days"))
        .containsExactly("2 2026-02-05", "2 2026-03-05");
    assertThat(
            rows(
                database,
                "select process, text, first_day, last_day from ageing_edges"
                    + " join texts on text_id = subject order by first_day nulls first"))
        .containsExactly("1 not_due null null", "1 1-30 1 30", "1 31-90 31 90", "1 91+ 91 null");
    assertThat(rows(database, "from rework_rules")).containsExactly("0 0");
    assertThat(rows(database, "from rework_patterns")).containsExactly("0 Back", "0 Re!_%");
    assertThat(rows(database, "from contact_rules")).containsExactly("0 14400000 true");
    assertThat(rows(database, "from contact_patterns")).containsExactly("0 Talk%");
    assertThat(rows(database, "from task_rules")).containsExactly("0 1 1800000 false");
    assertThat(rows(database, "from parents")).containsExactly("1 0 1 28800000 true");
    assertThat(
            rows(
                database,
                "select process, milestone, path, text from required_fields join named_fields"
                    + " using (field) join texts on text_id = subject order by all"))
        .containsExactly("0 1 $.\"phone\" offered.phone", "0 1 $.\"reason\" offered.reason");
    assertThat(
            rows(
                database,
                "select process, path from failure_reasons join named_fields using (field)"))
        .containsExactly("0 $.\"reason\"");
  }

  private static void goalsOfTheMonthsThatAreShownStandBesideTheirFacts(Database database) {
    Business business = new Company(BUSINESS).business();
    List<Period> periods =
        Periods.of(LocalDate.of(2026, 2, 1), UNTIL, ZoneId.of("Europe/Moscow"), false);
    GoalFigures figures =
        new GoalFigures(database, business, new BusinessTables(database, business));
    figures.check();
    figures.write(List.of(won("owner", "8", "0.1"), won("owner", "7", "0.2")), periods);
    List<String> months = periods.stream().map(Period::name).toList();
    assertThat(
            rows(
                database,
                "select process, k.text, period, dimension, o.text, c.text, plan, fact, unit"
                    + " from goal_figures join texts k on k.text_id = subject"
                    + " left join texts o on o.text_id = grp"
                    + " left join texts c on c.text_id = currency order by process"))
        .containsExactly(
            "0 win_rate " + months.indexOf("2026-03") + " owner 7 null 0.25 0.2 ratio",
            "1 invoiced " + months.indexOf("2026-02") + " null null RUB 1000.0 null money");
    Business wrong = new Company(BUSINESS.replace("kpi: invoiced", "kpi: invoicd")).business();
    assertThatThrownBy(
            () -> new GoalFigures(database, wrong, new BusinessTables(database, wrong)).check())
        .hasMessageContaining("there is no KPI `invoicd`");
  }

  private static KpiRow won(String dimension, String name, String value) {
    Optional<BigDecimal> none = Optional.empty();
    return new KpiRow(
        "win_rate",
        "sales",
        Optional.empty(),
        "2026-03",
        new TreeMap<>(Map.of(dimension, Optional.of(name))),
        "ratio",
        Optional.empty(),
        Optional.of(new BigDecimal(value)),
        none,
        none,
        none,
        none,
        Optional.empty(),
        false);
  }

  private static void aTextHasOneNumber(Database database) {
    assertThat(rows(database, "select text from texts where text_id < 3 order by text_id"))
        .containsExactly("", "*other", "*none");
    assertThat(rows(database, "select text from texts group by text having count(*) > 1"))
        .isEmpty();
    assertThat(rows(database, "select max(text_id) + 1 = count(*) from texts"))
        .containsExactly("true");
  }

  private Database filled() {
    Business business = new Company(BUSINESS).business();
    Database database = Database.open(folder, 1L << 28, 1);
    database.runScript(new SqlFile("schema", SqlFiles.read("engine/schema.sql")));
    BusinessTables tables = new BusinessTables(database, business);
    tables.fields().write(database);
    tables.write();
    new RuleTables(database, business, tables).write(BusinessDays.of(business, FROM, UNTIL));
    return database;
  }

  private static List<String> rows(Database database, String sql) {
    return database.query("rows", sql, BusinessTablesTest::row);
  }

  private static String row(ResultSet row) throws SQLException {
    List<String> cells = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      cells.add(String.valueOf(row.getObject(i)));
    }
    return String.join(" ", cells);
  }
}
