package dev.svodka.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Language;
import dev.svodka.kpi.KpiRow;
import dev.svodka.report.declare.ReportSpecs;
import dev.svodka.report.page.Rendered;
import dev.svodka.report.page.ReportWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The week against the week before and the same one a year ago. */
class ChangeTableTest {
  private static final String WEEK = "2026-W47";

  @Test
  void theTableComparesWithTheWeekBeforeAndAYearAgoAndSaysWhatIsMoreThanChance() {
    List<KpiRow> rows = new ArrayList<>(history());
    rows.addAll(
        List.of(
            count("entries", "32392156", WEEK, 12),
            count("entries", "32392156", "2026-W46", 11),
            count("entries", "143", WEEK, 9)));
    Rendered report = write(rows, Language.RU);
    assertThat(page(report))
        .contains("Изменилось не случайно: Создано — больше, чем неделей раньше")
        .contains("Серая линия — те же недели год назад");
    assertThat(csv(report))
        .contains(
            "Показатель,16–22\u00a0ноября,9–15\u00a0ноября,Изменение,Вывод,17–23\u00a0ноября 2025,Изменение,Вывод")
        .contains("Создано,60,30,30,рост не случаен,50,10,случайность")
        .contains("→ Квалификация,12,11,1,случайность,,,")
        .doesNotContain("→ Проиграно");
  }

  @Test
  void withoutAYearOfHistoryThereIsNoYearAgo() {
    List<KpiRow> young = history().stream().filter(row -> row.period().startsWith("2026")).toList();
    Rendered report = write(young, Language.EN);
    assertThat(csv(report))
        .startsWith("\ufeffFigure,16–22\u00a0Nov,9–15\u00a0Nov,Change,Verdict\r\n");
    assertThat(page(report)).doesNotContain("a year ago");
    List<KpiRow> begunThen =
        history().stream().filter(row -> !row.period().equals("2025-W46")).toList();
    assertThat(csv(write(begunThen, Language.EN))).doesNotContain("2025");
  }

  /** W47 of 2025 has 50; its own week before is there too, so that it was seen whole. */
  private static List<KpiRow> history() {
    List<KpiRow> rows = new ArrayList<>();
    for (int week = 30; week <= 52; week++) {
      rows.add(count("created", "", "2025-W" + week, week == 47 ? 50 : 40));
    }
    for (int week = 1; week <= 47; week++) {
      rows.add(count("created", "", "2026-W%02d".formatted(week), week == 47 ? 60 : 30));
    }
    return rows;
  }

  private static Rendered write(List<KpiRow> rows, Language language) {
    return new ReportWriter(SampleCompany.facts(SampleCompany.business(), rows), language)
        .write(ReportSpecs.shipped("weekly-conversion"));
  }

  private static String page(Rendered report) {
    return new String(report.files().getLast().content(), StandardCharsets.UTF_8);
  }

  private static String csv(Rendered report) {
    return report.files().stream()
        .filter(file -> file.path().matches("weekly-conversion/sales-changes\\...\\.csv"))
        .map(file -> new String(file.content(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  private static KpiRow count(String kpi, String subject, String period, long value) {
    return new KpiRow(
        kpi,
        "sales",
        Optional.of(subject).filter(s -> !s.isEmpty()),
        period,
        new TreeMap<>(),
        "count",
        Optional.empty(),
        Optional.of(BigDecimal.valueOf(value)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
