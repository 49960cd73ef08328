package dev.svodka.core.business.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyProblemsTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          working-time: {calendar: RU, hours: 9-18}         | are no working hours
          working-time: {calendar: RU, hours: "24:00-18:00"} | `24:00` is no time of day
          working-time: {calendar: RU, hours: "09:60-18:00"} | `09:60` is no time of day
          working-time: {calendar: RU, decreed-days-off: no} | `no` is none of true, false
          working-time: {hours: "09:00-18:00"}              | the key `calendar` is missing
          owners: [a]                                       | is no mapping; write `key: value` lines
          owners: {1: }                                     | owners.1: has no value
          sources: [{id: a, kind: http}, {id: a, kind: onec}] | two sources are called `a`
          sources: [{id: 1a, kind: http}]                   | `1a` is no name
          sources: [{id: b, kind: bitrix24}]                | a Bitrix24 source needs its domain
          sources: [{id: b, kind: bitrix24, domain: "https://a.bitrix24.ru/"}] | is no domain; write `romashka.bitrix24.ru`
          sources: [{id: b, kind: bitrix24, domain: "a.ru/x?"}] | is no domain
          sources: [{id: b, kind: amocrm, subdomain: "evil.com/x"}] | is no subdomain; write `romashka`
          sources: [{id: b, kind: csv}]                     | `csv` is none of amocrm, bitrix24, onec, http
          deliver: [{report: act-today, audience: all, email: [nobody]}] | is no address
          deliver: [{report: act-today, audience: all, telegram: chat, token: "env:T"}] | is no chat
          deliver: [{report: act-today, audience: all, telegram: "-100"}] | Telegram needs the bot's token
          deliver: [{report: act-today, audience: all, email: [a@b.c], attach: pdf}] | `pdf` is none of xlsx, csv, html
          retention: 0 years                                | `0 years` is no period
          retention: 1000 days                              | `1000 days` is no period
          name:                                             | name: has no value
          goals: [{kpi: win_rate, process: sales, month: 2026-11, value: -1}] | `-1` is no amount
          goals: [{kpi: win_rate, process: sale, month: 2026-11, value: 1}] | did you mean `sales`?
          goals: ../goals.csv                               | lies outside the folder of this file
          keep: [{phone: 1}]                                | is a mapping where one text is meant
          """)
  void aSlipIsToldOfOnce(String line, String expected) {
    assertThat(Examples.problems(Examples.SMALL + line + "\n"))
        .singleElement()
        .asString()
        .startsWith("b.yaml:11:")
        .contains(expected);
  }

  @Test
  void textsHaveALongestLength() {
    assertThat(Examples.problems(Examples.SMALL + "name: " + "x".repeat(1000) + "\n")).isEmpty();
    assertThat(Examples.problems(Examples.SMALL + "name: " + "x".repeat(1001) + "\n"))
        .singleElement()
        .asString()
        .contains("is longer than 1000 characters");
  }

  @Test
  void processesAreNamedApart() {
    String other = "  Sales: {items: {type: task}, milestones: {created: {created: true}}}\n";
    assertThat(Examples.problems(Examples.SMALL + other))
        .singleElement()
        .asString()
        .contains("`Sales` and `sales` differ by capital letters alone");
    assertThat(Examples.problems(Examples.SMALL + other.replace("Sales", "1st")))
        .singleElement()
        .asString()
        .contains("`1st` is no name");
    assertThat(Examples.problems("account: a\ntime-zone: UTC\ncurrency: RUB\nprocesses: {}\n"))
        .singleElement()
        .asString()
        .contains("there are no processes");
    assertThat(Examples.problems("account: a\ntime-zone: UTC\ncurrency: RUR2\nprocesses: x\n"))
        .hasSize(2)
        .anySatisfy(text -> assertThat(text).contains("`RUR2` is no currency"))
        .anySatisfy(text -> assertThat(text).contains("is no mapping"));
  }

  @Test
  void anUnknownZoneFarFromAnyIsToldHowToWriteOne() {
    assertThat(Examples.problems(Examples.SMALL.replace("Europe/Moscow", "the office's own")))
        .singleElement()
        .asString()
        .endsWith("is no time zone; write it as region and city, such as Europe/Moscow");
  }

  @Test
  void aHostileFileGivesNoMoreThan200Problems() {
    StringBuilder yaml = new StringBuilder(Examples.SMALL);
    for (int i = 0; i < 300; i++) {
      yaml.append("x").append(i).append(": 1\n");
    }
    assertThat(Examples.problems(yaml.toString())).hasSize(200);
  }

  @Test
  void goalsAreReadFromAFileAndItsSlipsAreToldByLine() throws IOException {
    assertThat(goals("kpi,process,owner,month\nwin_rate,sales,1,2026-11\n"))
        .contains("goals.csv line 2: no `value`");
    assertThat(goals("kpi;process;month;value\nwin_rate;sales;2026-11;0.5\nwin_rate;;2026-11;1\n"))
        .contains("goals.csv line 3: no `process`");
    assertThat(goals("kpi,process,month,value\nwin_rate,sale,2026-11,0.5\n"))
        .contains("goals.csv line 2: there is no process `sale`; did you mean `sales`?");
    assertThat(goals("kpi,process,month,value\nwin_rate,sales,November,0.5\n"))
        .contains("goals.csv line 2: month or value cannot be read");
    assertThat(goals("kpi,process,month,value\nwin_rate,sales,2026-11,half\n"))
        .contains("goals.csv line 2: month or value cannot be read");
  }

  @Test
  void aCalendarBesideTheFileIsLookedAt() throws IOException {
    String line = "working-time: {calendar: own.csv}\n";
    Files.writeString(folder.resolve("own.csv"), "date,kind\n2026-11-27,of\n");
    assertThat(problem(line)).contains("the calendar is wrong: own.csv:2:");
    Files.write(folder.resolve("own.csv"), new byte[] {(byte) 0xC3, 'x'});
    assertThat(problem(line)).contains("`own.csv` cannot be read as UTF-8 text");
    Files.writeString(folder.resolve("own.csv"), "2026-11-27,off\n" + "#".repeat(1 << 20));
    assertThat(problem(line)).contains("`own.csv` is larger than 1048576 bytes");
    Files.writeString(
        folder.resolve("own.csv"), "\uFEFF2026-11-27,off\n" + "#".repeat((1 << 20) - 18));
    assertThat(parse(line)).isInstanceOf(BusinessFile.Parsed.Valid.class);
    assertThat(problem("working-time: {calendar: \"own\\0.csv\"}\n")).contains("is no file name");
  }

  private String goals(String csv) throws IOException {
    Files.writeString(folder.resolve("goals.csv"), csv);
    return problem("goals: goals.csv\n");
  }

  private String problem(String line) {
    return switch (parse(line)) {
      case BusinessFile.Parsed.Valid _ -> throw new AssertionError("nothing is wrong");
      case BusinessFile.Parsed.Invalid(List<Problem> problems) -> {
        assertThat(problems).hasSize(1);
        yield problems.getFirst().in("b.yaml");
      }
    };
  }

  private BusinessFile.Parsed parse(String line) {
    return BusinessFile.parse((Examples.SMALL + line).getBytes(StandardCharsets.UTF_8), folder);
  }
}
