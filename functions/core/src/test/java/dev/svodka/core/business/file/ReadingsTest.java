package dev.svodka.core.business.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.Rework;
import dev.svodka.core.business.BusinessProcess.Skips;
import dev.svodka.core.business.Condition;
import dev.svodka.core.business.Deadline;
import dev.svodka.core.business.Goal;
import dev.svodka.core.business.Keeping;
import dev.svodka.core.business.Language;
import dev.svodka.core.business.Localized;
import dev.svodka.core.business.Milestone;
import dev.svodka.core.business.Span;
import dev.svodka.core.business.WorkingTime;
import dev.svodka.core.calendar.Calendars;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.SourceKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said less often is read as it stands. */
class ReadingsTest {
  @Test
  void aCompanyIsReadAsItSaysOfItself() {
    Business business =
        Examples.valid(
            Examples.SMALL.replace("RUB", "KZT")
                + """
                language: en
                working-time: {calendar: KZ, hours: "00:00–23:59", decreed-days-off: false}
                retention: 18 months
                sources:
                  - {id: b24, kind: bitrix24, domain: a.bitrix24.kz, secret: "ssm:/svodka/a/b24",
                     token: "env:TOKEN", time-zone: Asia/Almaty, invoice-catalog: 9}
                deliver:
                  - {report: act-today, audience: all, telegram: "@managers", token: "env:BOT",
                     attach: xlsx}
                goals: [{kpi: win_rate, process: sales, owner: 7, month: 2026-11, value: 0.25}]
                """);
    assertThat(business.language()).isEqualTo(Language.EN);
    assertThat(business.currency()).isEqualTo("KZT");
    assertThat(business.name()).as("left out").isEqualTo("romashka");
    assertThat(business.retention()).contains(Period.ofMonths(18));
    assertThat(business.workingTime())
        .contains(new WorkingTime("KZ", LocalTime.of(0, 0), LocalTime.of(23, 59), false));
    assertThat(business.sources())
        .singleElement()
        .satisfies(
            source -> {
              assertThat(source.kind()).isEqualTo(SourceKind.BITRIX24);
              assertThat(source.secret()).contains("ssm:/svodka/a/b24");
              assertThat(source.token()).contains("env:TOKEN");
              assertThat(source.zone()).isEqualTo(ZoneId.of("Asia/Almaty"));
              assertThat(source.invoiceCatalog()).contains("9");
            });
    assertThat(business.deliver())
        .singleElement()
        .satisfies(
            delivery -> {
              assertThat(delivery.report()).isEqualTo("act-today");
              assertThat(delivery.telegram()).contains("@managers");
              assertThat(delivery.token()).contains("env:BOT");
              assertThat(delivery.attach()).contains("xlsx");
            });
    assertThat(business.goals())
        .containsExactly(
            new Goal(
                "win_rate",
                "sales",
                Optional.of("7"),
                YearMonth.of(2026, 11),
                new BigDecimal("0.25")));
  }

  @Test
  void aProcessIsReadAsItSays() {
    BusinessProcess sales =
        sales(
            Examples.valid(
                Examples.SMALL
                        .replace("items: {type: deal}", "items: {type: deal, source: amo}")
                        .replace("won: {stage: [Won]}", "won: {field: won_at, take: last}")
                    + """
                        title: {en: Sales}
                        funnel-skips: strict
                        group-by: [region]
                        customer: {id: {field: inn}, name: {field: company}}
                        failure-excludes: {reason: [spam]}
                        failure-reason: {field: why}
                        rework: {base: created, stages: ["Back*"]}
                        deadline: {due: {day-of-month: [20, 5, 5, 31]}, done: won}
                        intervals: {x: {from: won, to: won, match: next, target: 3 hours}}
                    sources: [{id: amo, kind: amocrm, subdomain: a}]
                    """));
    assertThat(sales.items().source()).contains(SourceKind.AMOCRM);
    assertThat(sales.title()).isEqualTo(Localized.same("Sales"));
    assertThat(sales.skips()).contains(Skips.STRICT);
    assertThat(sales.milestone("won"))
        .contains(new Milestone("won", new Condition.FieldDate("won_at"), Milestone.Take.LAST));
    assertThat(sales.rework()).contains(new Rework("created", List.of("Back*")));
    assertThat(sales.deadline().orElseThrow().due())
        .isEqualTo(new Deadline.Due.DayOfMonth(List.of(5, 20, 31), Deadline.Shift.NONE));
    assertThat(sales.intervals().getFirst().target()).contains(new Span(3, Span.Unit.HOURS));
    assertThat(sales.fieldsRead())
        .containsExactly("won_at", "why", "reason", "inn", "company", "region");
  }

  @Test
  void aTitleInOneLanguageStandsForBoth() {
    assertThat(sales(Examples.valid(Examples.SMALL)).title()).isEqualTo(Localized.same("sales"));
    assertThat(sales(Examples.valid(Examples.SMALL + "    title: CRM\n")).title())
        .isEqualTo(Localized.same("CRM"));
    assertThat(sales(Examples.valid(Examples.SMALL + "    title: {ru: Сделки}\n")).title())
        .isEqualTo(Localized.same("Сделки"));
  }

  @Test
  void moneyOwedIsReadAsItSays() {
    BusinessProcess process =
        sales(
            Examples.valid(
                Examples.SMALL
                    + """
                          paid: {paid-in-full: true}
                        kind: invoice
                        success: [won]
                        issue-target: 2 hours
                        parent: {process: sales, milestone: won}
                        terms: 14 days
                        due-roll: next-working-day
                        debt-from: shipped
                        ageing: [7, 14]
                        paid-tolerance: 0.5
                        promise: {field: promised}
                    keep: [promised, phone?]
                    """));
    BusinessProcess.Receivables money = process.receivables().orElseThrow();
    assertThat(process.success()).containsExactly("won");
    assertThat(money.issueTarget()).contains(new Span(2, Span.Unit.HOURS));
    assertThat(money.terms()).contains(new Span(14, Span.Unit.DAYS));
    assertThat(money.dueRoll()).isEqualTo(Deadline.Shift.NEXT_WORKING_DAY);
    assertThat(money.debtFrom()).contains("shipped");
    assertThat(money.ageing()).containsExactly(7, 14);
    assertThat(money.paidTolerance()).isEqualByComparingTo("0.5");
    assertThat(money.promise()).contains("promised");
    assertThat(process.fieldsRead()).containsExactly("promised");
  }

  @Test
  void anInvoiceProcessWithoutTheMilestonePaidSaysHowItSucceeds() {
    String said = "    success: [won]\n    deadline: {due: {told: true}, done: won}\n";
    assertThat(Examples.problems(Examples.SMALL + "    kind: invoice\n" + said)).isEmpty();
    BusinessProcess process = sales(Examples.valid(Examples.SMALL + "    kind: invoice\n" + said));
    assertThat(process.success()).containsExactly("won");
    assertThat(process.deadline().orElseThrow().done()).isEqualTo("won");
  }

  @ParameterizedTest
  @CsvSource({"90 days, P90D", "1 day, P1D", "5 years, P5Y", "1 month, P1M"})
  void retentionIsAPeriod(String text, Period period) {
    assertThat(Examples.valid(Examples.SMALL + "retention: " + text + "\n").retention())
        .contains(period);
  }

  @Test
  void aFieldIsKeptAsFarAsAnyoneNeedsIt() {
    Business business =
        Examples.valid(
            Examples.SMALL
                + """
                    group-by: [region]
                    required-fields: {won: [region, phone]}
                keep: ["note?", mail]
                """);
    assertThat(business.keeps("deal", "region")).isEqualTo(Keeping.VALUE);
    assertThat(business.keeps("deal", "phone")).isEqualTo(Keeping.PRESENCE);
    assertThat(business.keeps("task", "note")).isEqualTo(Keeping.PRESENCE);
    assertThat(business.keeps("task", "mail")).isEqualTo(Keeping.VALUE);
    assertThat(business.keeps("task", "region")).isEqualTo(Keeping.DROPPED);
  }

  @Test
  void aProcessWithoutLogsIsNone() {
    Business business =
        Examples.valid(Examples.SMALL + "imports: [{files: \"*.xes\", item: {type: request}}]\n");
    assertThat(business.processLog(sales(business))).isFalse();
    assertThat(business.skips(sales(business))).isEqualTo(Skips.COUNT);
  }

  @Test
  void theClockIsTheCompanys() {
    long friday = Instant.parse("2026-11-20T14:00:00Z").toEpochMilli();
    long monday = Instant.parse("2026-11-23T07:00:00Z").toEpochMilli();
    Business business = Examples.valid(Examples.SMALL + "working-time: {calendar: RU}\n");
    assertThat(Calendars.clock(business).orElseThrow().between(friday, monday))
        .isEqualTo(Duration.ofHours(2).toMillis());
    assertThat(Calendars.clock(Examples.valid(Examples.SMALL))).isEmpty();
  }

  @Test
  void goalsStandInAFileToo(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("goals.csv"),
        """
        \uFEFFkpi;process;owner;month;value
        win_rate;sales; ;2026-11;0.5
        win_rate; sales ;7;2026-12;1
        """);
    Files.writeString(folder.resolve("b.yaml"), Examples.SMALL + "goals: goals.csv\n");
    YearMonth november = YearMonth.of(2026, 11);
    assertThat(BusinessFile.load(folder.resolve("b.yaml")).goals())
        .containsExactly(
            new Goal("win_rate", "sales", Optional.empty(), november, new BigDecimal("0.5")),
            new Goal(
                "win_rate", "sales", Optional.of("7"), november.plusMonths(1), BigDecimal.ONE));
  }

  @Test
  void aWrongFileIsThrownWithALineForEachProblem(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("b.yaml");
    Files.writeString(file, Examples.SMALL + "languag: en\nretention: long\n");
    assertThatThrownBy(() -> BusinessFile.load(file))
        .isInstanceOfSatisfying(
            SvodkaException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.BUSINESS_FILE_INVALID);
              assertThat(e.getMessage().lines())
                  .satisfiesExactly(
                      line -> assertThat(line).startsWith(file + ":11:10: ").contains("languag"),
                      line -> assertThat(line).startsWith(file + ":12:12: ").contains("retention"));
            });
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    byte[] bytes = ("\uFEFF" + Examples.SMALL).getBytes(StandardCharsets.UTF_8);
    assertThat(BusinessFile.parse(bytes, Path.of(".")))
        .isInstanceOf(BusinessFile.Parsed.Valid.class);
  }

  private static BusinessProcess sales(Business business) {
    return business.processes().firstEntry().getValue();
  }
}
