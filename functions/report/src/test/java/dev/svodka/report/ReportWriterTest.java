package dev.svodka.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Language;
import dev.svodka.kpi.KpiRow;
import dev.svodka.report.declare.ReportSpecs;
import dev.svodka.report.page.Rendered;
import dev.svodka.report.page.ReportWriter;
import dev.svodka.report.page.RunFacts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportWriterTest {
  private static final String HOSTILE =
      "\\u0000<script>alert(1)</script>{{x}}&\\u202Eevil 😀 " + "Ж".repeat(300);

  @Test
  void thePageSaysWhatHappenedInRussian() {
    Rendered report = write(SampleCompany.facts(), Language.RU);
    assertThat(report.lead().getFirst())
        .startsWith("За неделю 16–22\u00a0ноября создано ")
        .contains("Доля выигранных — ")
        .contains("неделей раньше");
    assertThat(page(report))
        .contains("<html lang=\"ru\">", "Конверсия за неделю", "Неделя 16–22\u00a0ноября 2026")
        .contains("Данные до 24\u00a0ноября 2026, 00:00", "ООО «Ромашка»", "Europe/Moscow")
        .contains("Анна Ветрова", "Счёт выставлен", "Качество данных", "Как читать")
        .contains("Конверсия за 30 дней");
  }

  @Test
  void thePageSaysWhatHappenedInEnglish() {
    Rendered report = write(SampleCompany.facts(), Language.EN);
    assertThat(report.lead().getFirst()).startsWith("In the week of 16–22\u00a0Nov, ");
    assertThat(page(report))
        .contains("<html lang=\"en\">", "Win rate", "By owner", "Conversion within 30 days");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageIsSelfContainedAndSmall(Language language) {
    String page = page(write(SampleCompany.facts(), language));
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(400 * 1024);
    assertThat(page).doesNotContain("<link", "<img", "@import", " src=");
    String withoutFonts = page.replaceAll("data:font/woff2;base64,[A-Za-z0-9+/=]+", "");
    assertThat(Pattern.compile("(https?:)?//[a-z]").matcher(withoutFonts).find()).isFalse();
    assertThat(page).contains("default-src 'none'");
    assertThat(withoutFonts).doesNotContain("{{", "null", "Optional", "NaN");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyIdIsUniqueAndEveryTableHasACaption(Language language) {
    String page = page(write(SampleCompany.facts(), language));
    List<String> ids =
        Pattern.compile(" id=['\"]([^'\"]+)").matcher(page).results().map(m -> m.group(1)).toList();
    assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
    assertThat(count(page, "<caption>")).isEqualTo(count(page, "<table>")).isPositive();
    assertThat(count(page, "<th scope=\"row\">")).isPositive();
  }

  @Test
  void everyLinkOfThePageIsAFileOfTheReport() {
    Rendered report = write(SampleCompany.facts(), Language.RU);
    List<String> files = report.files().stream().map(Rendered.File::path).toList();
    assertThat(
            Pattern.compile("href=\"([^\"]+)\"")
                .matcher(page(report))
                .results()
                .map(m -> m.group(1)))
        .allMatch(
            href -> files.contains(href) || href.equals("index.ru.html") || href.equals("#main"));
    assertThat(files)
        .contains(
            "weekly-conversion/sales-flow.ru.svg",
            "weekly-conversion/sales-flow.ru.png",
            "weekly-conversion/sales-owner-table.ru.csv")
        .last()
        .isEqualTo("weekly-conversion.ru.html");
  }

  @Test
  void whoStandsOutIsNamedAndTheOthersAreNot() {
    assertThat(page(write(SampleCompany.facts(), Language.RU)))
        .contains("От остальных отличаются: Анна Ветрова (выше)");
  }

  @Test
  void namesFromOutsideDoNoHarm() {
    RunFacts facts =
        SampleCompany.facts(SampleCompany.business(HOSTILE, HOSTILE), SampleCompany.facts().rows());
    Rendered report = write(facts, Language.RU);
    for (Rendered.File file : report.files()) {
      if (file.contentType().matches("text/.*|image/svg.*|application/json")) {
        String text = new String(file.content(), StandardCharsets.UTF_8);
        assertThat(text).as(file.path()).doesNotContain("\0", "\u202e");
        if (file.path().endsWith("html") || file.path().endsWith("svg")) {
          assertThat(text).as(file.path()).doesNotContain("<script>alert");
        }
      }
    }
    assertThat(page(report)).contains("&lt;script&gt;alert(1)&lt;/script&gt;{{x}}&amp;", "😀");
  }

  @Test
  void aCellThatBeginsLikeAFormulaIsHarmlessInCsv() {
    RunFacts facts =
        SampleCompany.facts(
            SampleCompany.business("Ромашка", "=cmd|' /C calc'!A0"), SampleCompany.facts().rows());
    String csv = csv(write(facts, Language.RU), "weekly-conversion/sales-owner-table.ru.csv");
    assertThat(csv).startsWith("\ufeffОтветственный,").contains("\r\n").contains("'=cmd|");
    assertThat(csv.lines()).noneMatch(line -> line.startsWith("=") || line.startsWith("\"="));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void withoutFiguresThePageSaysSoInWords(Language language) {
    Rendered report = write(SampleCompany.facts(SampleCompany.business(), List.of()), language);
    assertThat(page(report))
        .contains(language == Language.RU ? "Нет данных" : "No data")
        .doesNotContain("null", "NaN");
    assertThat(report.lead().getFirst())
        .contains(language == Language.RU ? "ничего не создано" : "nothing was created");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void oneOwnerAndFortyAreBothShown(Language language) {
    assertThat(page(write(SampleCompany.facts(1), language))).contains("Анна Ветрова");
    String forty = page(write(SampleCompany.facts(40), language));
    assertThat(forty)
        .contains(language == Language.RU ? "Ещё 28 — в таблице" : "28 more are in the table");
    assertThat(forty.getBytes(StandardCharsets.UTF_8).length).isLessThan(400 * 1024);
  }

  @Test
  void oneCohortAloneIsNoTrend() {
    List<KpiRow> rows =
        List.of(
            ratio("conversion", "2026-W40", 3, 10), ratio("conversion_within", "2026-W40", 3, 10));
    assertThat(page(write(SampleCompany.facts(SampleCompany.business(), rows), Language.RU)))
        .contains("Первая зрелая неделя: конверсия 30");
  }

  @Test
  void aCohortIsRipeOnlyWhenAllItsItemsAreOldEnough() {
    List<KpiRow> rows =
        List.of(
            count("created", "2026-10", 12),
            ratio("conversion_within", "2026-10", 3, 10),
            count("created", "2026-09", 10),
            ratio("conversion_within", "2026-09", 4, 10));
    Rendered report = write(SampleCompany.facts(SampleCompany.business(), rows), Language.EN);
    assertThat(report.headlines())
        .filteredOn(headline -> headline.name().equals("Conversion within 30 days"))
        .singleElement()
        .satisfies(headline -> assertThat(headline.value()).isEqualTo("40%"));
  }

  @Test
  void whereWeeksRipenTooSlowlyTheCohortsAreMonths() {
    List<KpiRow> rows =
        List.of(
            ratio("conversion_within", "2026-08", 3, 10),
            ratio("conversion_within", "2026-09", 4, 10));
    assertThat(page(write(SampleCompany.facts(SampleCompany.business(), rows), Language.EN)))
        .contains("Cohorts by month of creation", "40% in the last ripe month, 30% before");
  }

  @Test
  void aProcessWithoutEventsIsNamedNotDrawn() {
    String other =
        """
          papers:
            title: {ru: Бумаги, en: Papers}
            items: {type: document}
            milestones: {received: {created: true}, done: {stage: [done]}}
            funnel: [received, done]
            success: [done]
        """;
    RunFacts facts =
        SampleCompany.facts(
            SampleCompany.business(SampleCompany.yaml("Ромашка", "Анна Ветрова") + other),
            SampleCompany.facts().rows());
    assertThat(page(write(facts, Language.RU)))
        .contains("Пока нет событий: Бумаги.", "<h2 id=\"p-sales\"><bdi>Продажи</bdi></h2>")
        .doesNotContain("id=\"p-papers\"");
  }

  @Test
  void hugeNumbersKeepTheirPlace() {
    List<KpiRow> rows =
        List.of(count("created", "2026-W47", 9_876_543_210L), count("created", "2026-W46", 1));
    Rendered report = write(SampleCompany.facts(SampleCompany.business(), rows), Language.RU);
    assertThat(page(report))
        .contains("9\u202f876\u202f543\u202f210", "+9\u202f876\u202f543\u202f209");
  }

  @Test
  void brokenInvariantsStandOnTop() {
    RunFacts facts = SampleCompany.facts();
    RunFacts broken =
        new RunFacts(
            facts.business(),
            facts.rows(),
            facts.unpaid(),
            facts.asOf(),
            List.of("passed_never_grows: <sales>"),
            facts.quality(),
            facts.lastEvent());
    assertThat(page(write(broken, Language.RU)))
        .contains("role=\"alert\"", "passed_never_grows: &lt;sales&gt;");
    assertThat(page(write(facts, Language.RU))).doesNotContain("role=\"alert\"");
  }

  @Test
  void theFrontPageLinksTheReport() {
    ReportWriter writer = new ReportWriter(SampleCompany.facts(), Language.RU);
    Rendered.File front =
        writer.index(
            List.of(writer.write(ReportSpecs.shipped("weekly-conversion"))),
            Map.of("weekly-conversion", List.of("2026-W47", "2026-W46")));
    assertThat(front.path()).isEqualTo("index.ru.html");
    assertThat(new String(front.content(), StandardCharsets.UTF_8))
        .contains("href=\"weekly-conversion.ru.html\"", "Неделя 16–22")
        .contains("href=\"weekly-conversion/2026-W46/weekly-conversion.ru.html\"");
  }

  private static Rendered write(RunFacts facts, Language language) {
    return new ReportWriter(facts, language).write(ReportSpecs.shipped("weekly-conversion"));
  }

  /** Without its script, which ScriptTest looks at. */
  private static String page(Rendered report) {
    return new String(report.files().getLast().content(), StandardCharsets.UTF_8)
        .replaceAll("(?s)<script>.*</script>", "");
  }

  private static String csv(Rendered report, String path) {
    return report.files().stream()
        .filter(file -> file.path().equals(path))
        .map(file -> new String(file.content(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static KpiRow count(String kpi, String period, long value) {
    return new KpiRow(
        kpi,
        "sales",
        Optional.empty(),
        period,
        new TreeMap<>(),
        "count",
        Optional.empty(),
        Optional.of(BigDecimal.valueOf(value)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(value),
        false);
  }

  private static KpiRow ratio(String kpi, String period, long numerator, long denominator) {
    return new KpiRow(
        kpi,
        "sales",
        Optional.of("won"),
        period,
        new TreeMap<>(),
        "ratio",
        Optional.empty(),
        Optional.of(BigDecimal.valueOf((double) numerator / denominator)),
        Optional.of(BigDecimal.valueOf(numerator)),
        Optional.of(BigDecimal.valueOf(denominator)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(denominator),
        false);
  }
}
