package dev.svodka.core.business.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.ProcessKind;
import dev.svodka.core.business.BusinessProcess.Skips;
import dev.svodka.core.business.Condition;
import dev.svodka.core.business.Deadline;
import dev.svodka.core.business.ImportRule;
import dev.svodka.core.business.Interval;
import dev.svodka.core.business.Keeping;
import dev.svodka.core.business.Language;
import dev.svodka.core.business.Localized;
import dev.svodka.core.business.Milestone;
import dev.svodka.core.business.Span;
import dev.svodka.core.business.WorkingTime;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BusinessFileTest {
  private final Business business = BusinessFile.load(Examples.contract());

  @Test
  void theContractsExampleIsReadWhole() {
    assertThat(business.account()).isEqualTo("romashka");
    assertThat(business.name()).isEqualTo("ООО «Ромашка»");
    assertThat(business.language()).isEqualTo(Language.RU);
    assertThat(business.zone()).isEqualTo(ZoneId.of("Europe/Moscow"));
    assertThat(business.workingTime())
        .contains(new WorkingTime("RU", LocalTime.of(9, 0), LocalTime.of(18, 0)));
    assertThat(business.owners()).containsExactly(Map.entry("504141", "Отдел продаж 1"));
    assertThat(business.processes().sequencedKeySet())
        .containsExactly("sales", "invoices", "declarations", "receipts", "payroll");
    assertThat(business.retention()).contains(Period.ofYears(5));
    assertThat(business.hash()).matches("sha256:[0-9a-f]{64}");
    assertThat(business.goals()).hasSize(2);
    assertThat(business.deliver()).hasSize(2);
    assertThat(business.deliver().getLast().telegram()).contains("-100123");
    assertThat(business.sources().getFirst().kind()).isEqualTo(SourceKind.AMOCRM);
    assertThat(business.sources().getFirst().accountId()).contains("12345678");
    assertThat(business.sources().getFirst().zone()).isEqualTo(business.zone());
  }

  @Test
  void aSalesProcessIsStatedOverMilestones() {
    BusinessProcess sales = process("sales");
    assertThat(sales.title()).isEqualTo(new Localized("Продажи", "Sales"));
    assertThat(sales.items().pipelines()).containsExactly("3177727");
    assertThat(sales.milestones().stream().map(Milestone::id))
        .containsExactly("created", "qualified", "invoiced", "proposed", "won", "lost");
    assertThat(sales.milestone("proposed"))
        .contains(
            new Milestone(
                "proposed",
                new Condition.LeftStages(List.of("32392159", "32392162")),
                Milestone.Take.LAST));
    assertThat(sales.funnel()).containsExactly("created", "qualified", "invoiced", "won");
    assertThat(business.skips(sales)).isEqualTo(Skips.COUNT);
    assertThat(sales.within()).contains(new Span(30, Span.Unit.DAYS));
    assertThat(sales.failureReason()).contains("loss_reason");
    assertThat(sales.customerIdField()).contains("inn");
    assertThat(sales.customerNameField()).contains("company");
    assertThat(sales.intervals())
        .containsExactly(
            new Interval(
                "to_invoice",
                "qualified",
                "invoiced",
                Optional.of(new Span(1, Span.Unit.WORKING_DAYS)),
                Interval.Match.FIRST));
    assertThat(sales.contactEvery().orElseThrow().whileStages()).containsExactly("32392165");
    assertThat(sales.tasksAfter().orElseThrow().within())
        .isEqualTo(new Span(30, Span.Unit.MINUTES));
  }

  @Test
  void anInvoiceProcessImpliesItsSuccessAndItsDeadline() {
    BusinessProcess invoices = process("invoices");
    assertThat(invoices.kind()).isEqualTo(ProcessKind.INVOICE);
    assertThat(invoices.success()).containsExactly("paid");
    assertThat(invoices.deadline())
        .contains(new Deadline(new Deadline.Due.Told(), "paid", Deadline.By.DATE));
    assertThat(invoices.fields()).containsEntry("due", "1107169").containsEntry("paid", "1107171");
    assertThat(invoices.parent()).contains(new BusinessProcess.Parent("sales", "invoiced"));
    BusinessProcess.Receivables money = invoices.receivables().orElseThrow();
    assertThat(money.terms()).contains(new Span(10, Span.Unit.DAYS));
    assertThat(money.ageing()).containsExactly(30, 60, 90);
    assertThat(money.paidTolerance()).isEqualByComparingTo("0.01");
    assertThat(money.control()).contains("osv-62*.csv");
  }

  @Test
  void everyFormOfADeadlineIsRead() {
    assertThat(process("receipts").deadline().orElseThrow().due())
        .isEqualTo(new Deadline.Due.FieldDate("deadline"));
    assertThat(process("payroll").deadline().orElseThrow().due())
        .isEqualTo(
            new Deadline.Due.DayOfMonth(List.of(5, 20), Deadline.Shift.PREVIOUS_WORKING_DAY));
    Business after =
        Examples.valid(
            Examples.SMALL
                + """
                    deadline: {due: {after: created, within: 3 hours}, done: won, by: timestamp}
                """);
    assertThat(after.processes().firstEntry().getValue().deadline())
        .contains(
            new Deadline(
                new Deadline.Due.After("created", new Span(3, Span.Unit.HOURS)),
                "won",
                Deadline.By.TIMESTAMP));
  }

  @Test
  void importRulesKeepTheirOrderAndTheirOverrides() {
    ImportRule csv = business.imports().getFirst();
    assertThat(csv.format()).isEqualTo(ImportRule.Format.CSV);
    assertThat(csv.item().id()).hasToString("{opportunity_id}");
    assertThat(csv.fields()).containsExactly("account", "product");
    assertThat(csv.events()).hasSize(2);
    assertThat(csv.events().getFirst().cells().stage().orElseThrow()).hasToString("Engaging");
    assertThat(csv.events().getLast().kind()).isEqualTo(Kind.MOVED);
    assertThat(csv.events().getLast().when())
        .containsExactly(Map.entry("deal_stage", List.of("Won", "Lost")));
    ImportRule xes = business.imports().getLast();
    assertThat(xes.visits()).isEqualTo(ImportRule.SameStage.NEW_VISIT);
    assertThat(xes.only()).containsEntry("lifecycle:transition", List.of("COMPLETE"));
    assertThat(Objects.requireNonNull(xes.kinds().get("Payment")).kind()).isEqualTo(Kind.PAID);
    assertThat(xes.cells().due().orElseThrow()).hasToString("{case:deadline}");
  }

  @Test
  void processLogsAreStrictByDefault() {
    BusinessProcess declarations = process("declarations");
    assertThat(business.processLog(declarations)).isTrue();
    assertThat(business.skips(declarations)).isEqualTo(Skips.STRICT);
    assertThat(business.sameStage(declarations)).isEqualTo(ImportRule.SameStage.NEW_VISIT);
    assertThat(business.sameStage(process("sales"))).isEqualTo(ImportRule.SameStage.ONE_VISIT);
  }

  @Test
  void onlyWhatTheFileKeepsOrReadsIsKept() {
    assertThat(business.keeps("deal", "loss_reason")).isEqualTo(Keeping.VALUE);
    assertThat(business.keeps("deal", "source")).isEqualTo(Keeping.VALUE);
    assertThat(business.keeps("deal", "phone")).isEqualTo(Keeping.PRESENCE);
    assertThat(business.keeps("deal", "budget")).isEqualTo(Keeping.VALUE);
    assertThat(business.keeps("invoice", "1107169")).isEqualTo(Keeping.VALUE);
    assertThat(business.keeps("deal", "1107169")).isEqualTo(Keeping.DROPPED);
    assertThat(business.keeps("document", "enddate")).isEqualTo(Keeping.VALUE);
    assertThat(business.keeps("deal", "contact_name")).isEqualTo(Keeping.DROPPED);
  }

  @Test
  void aMissingFileIsToldOf() {
    assertThatThrownBy(() -> BusinessFile.load(Path.of("nowhere.yaml")))
        .isInstanceOfSatisfying(
            SvodkaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND))
        .hasMessageContaining("nowhere.yaml");
  }

  private BusinessProcess process(String id) {
    return Objects.requireNonNull(business.processes().get(id), id);
  }
}
