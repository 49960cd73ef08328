package dev.svodka.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Language;
import dev.svodka.core.event.SourceKind;
import dev.svodka.kpi.FactItem;
import dev.svodka.kpi.ItemList;
import dev.svodka.kpi.ItemQuery;
import dev.svodka.report.declare.ReportSpecs;
import dev.svodka.report.page.Behind;
import dev.svodka.report.page.Rendered;
import dev.svodka.report.page.ReportWriter;
import dev.svodka.report.page.RunFacts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers lead to lists of what they count. */
class ListPagesTest {
  private static final String PAGE = "weekly-conversion.ru.html";
  private static final Pattern LINK =
      Pattern.compile("<a href=\"(weekly-conversion/items-[^\"]+\\.html)\"[^>]*>([^<]+)</a>");
  private static final Pattern RATE = Pattern.compile(".*?(\\d+) из (\\d+).*");
  private static final Pattern ROW = Pattern.compile("<tr><th scope=\"row\"");

  @TempDir private Path folder;

  @Test
  void aListIsAsLongAsTheNumberThatLeadsToIt() throws IOException {
    PublishedPages pages = TenDealsAWeek.publish(folder, TenDealsAWeek.BUSINESS);
    Map<String, String> lists = lists(pages.text(PAGE));
    assertThat(lists)
        .containsKeys(
            "weekly-conversion/items-sales-created.ru.html",
            "weekly-conversion/items-sales-succeeded.ru.html",
            "weekly-conversion/items-sales-failed.ru.html",
            "weekly-conversion/items-sales-entries.ru.html",
            "weekly-conversion/items-sales-win_rate.ru.html",
            "weekly-conversion/items-sales-standing.ru.html",
            "weekly-conversion/items-sales-conversion_within.ru.html");
    lists.forEach(
        (path, number) -> {
          Matcher rate = RATE.matcher(number);
          long counted = Long.parseLong(rate.matches() ? rate.group(2) : number);
          String list = pages.text(path);
          assertThat(ROW.matcher(list).results().count()).as(path).isEqualTo(counted);
          List<List<String>> rows = pages.rows(path.replace(".html", ".csv"));
          assertThat(rows).as(path).hasSize((int) counted);
          if (rate.matches()) {
            assertThat(rows.stream().filter(row -> row.contains("да")).count())
                .as(path)
                .isEqualTo(Long.parseLong(rate.group(1)));
          }
        });
    assertThat(pages.text("weekly-conversion/items-sales-created.ru.html"))
        .contains("<a href=\"../weekly-conversion.ru.html\">")
        .contains("<h1>Создано: 10 сделок</h1>", "16–22\u00a0ноября 2026", "Анна Ветрова")
        .contains("<a href=\"https://romashka.amocrm.ru/leads/detail/150\">150</a>")
        .contains("1\u202f000\u00a0₽");
    assertThat(pages.text("weekly-conversion/items-sales-win_rate.ru.html"))
        .contains("<h1>Доля выигранных: 4 из 8</h1>");
  }

  @Test
  void theWorkbookHasTheSameItemsOnOneSheet() {
    Rendered report = written(7, List.of("managers"));
    byte[] book = file(report, "weekly-conversion/weekly-conversion.ru.xlsx").content();
    assertThat(XlsxBook.sheets(book).get("Записи")).hasSize(1 + 7 * lists(page(report)).size());
  }

  @Test
  void aLongListIsCutAndSaysSo() {
    Rendered report = written(700, List.of("managers"));
    String list = text(report, "weekly-conversion/items-sales-created.ru.html");
    assertThat(ROW.matcher(list).results().count()).isEqualTo(500);
    assertThat(list).contains("и ещё 200; в файле CSV — все");
    assertThat(text(report, "weekly-conversion/items-sales-created.ru.csv").lines())
        .hasSize(1 + 700);
    String longest =
        text(written(25_000, List.of("managers")), "weekly-conversion/items-sales-created.ru.html");
    assertThat(longest).contains("и ещё 24\u202f500; в файле CSV — первые 10\u202f000");
    assertThat(longest.length()).isLessThan(400 * 1024);
  }

  @Test
  void whoMayNotOpenTheProcessGetsNoList() {
    Rendered report = written(7, List.of("owners"));
    assertThat(lists(page(report))).isEmpty();
    assertThat(report.files()).noneMatch(file -> file.path().contains("/items-"));
  }

  @Test
  void whatIsHostileIsHarmless() {
    String list =
        text(written(7, List.of("managers")), "weekly-conversion/items-sales-created.ru.html");
    assertThat(list)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert");
    assertThat(
            text(written(7, List.of("managers")), "weekly-conversion/items-sales-created.ru.csv"))
        .contains("'=cmd|calc");
  }

  @Test
  void listsLieBesideTheKeptPageTooAndComeBeforeIt() {
    Rendered report = written(7, List.of("managers"));
    assertThat(report.kept())
        .extracting(Rendered.File::path)
        .contains("weekly-conversion/2026-W47/weekly-conversion/items-sales-created.ru.html")
        .last()
        .isEqualTo("weekly-conversion/2026-W47/weekly-conversion.ru.html");
    assertThat(report.files().getLast().path()).isEqualTo(PAGE);
  }

  /** A company whose lists all have so many items. */
  private static Rendered written(int items, List<String> audience) {
    String yaml =
        SampleCompany.yaml("Ромашка", "Анна")
            .replace("    success:", "    audience: " + audience + "\n    success:");
    RunFacts plain =
        SampleCompany.facts(SampleCompany.business(yaml), SampleCompany.facts().rows());
    RunFacts facts =
        new RunFacts(
            plain.business(),
            plain.rows(),
            plain.unpaid(),
            plain.asOf(),
            plain.broken(),
            new LinkedHashMap<>(plain.quality()),
            plain.lastEvent(),
            new Lists(items),
            plain.details(),
            plain.crmNames());
    return new ReportWriter(facts, Language.RU)
        .write(ReportSpecs.of(plain.business(), List.of("weekly-conversion")).getFirst());
  }

  private record Lists(int items) implements Behind {
    @Override
    public List<FactItem> items(String kpi, String process, Optional<String> subject) {
      return List.of();
    }

    @Override
    public boolean listed() {
      return true;
    }

    @Override
    public List<ItemList> lists(List<ItemQuery> asked) {
      List<FactItem> found =
          IntStream.range(0, Math.min(items, MOST_LISTED)).mapToObj(Lists::item).toList();
      return asked.stream().map(query -> new ItemList(items, found)).toList();
    }

    private static FactItem item(int i) {
      return new FactItem(
          "deal",
          i == 0 ? "<script>alert(1)</script>" : i == 1 ? "=cmd|calc" : "d" + i,
          Optional.of("504141"),
          Optional.of("32392156"),
          Optional.of(BigDecimal.valueOf(i)),
          Optional.of(BigDecimal.valueOf(1000L + i)),
          Optional.of("RUB"),
          Optional.empty(),
          true,
          SourceKind.AMOCRM,
          Optional.of(LocalDate.of(2026, 11, 20)));
    }
  }

  private static Map<String, String> lists(String page) {
    Map<String, String> lists = new LinkedHashMap<>();
    LINK.matcher(page).results().forEach(link -> lists.put(link.group(1), link.group(2)));
    return lists;
  }

  private static String page(Rendered report) {
    return text(report, PAGE);
  }

  private static String text(Rendered report, String path) {
    return new String(file(report, path).content(), StandardCharsets.UTF_8);
  }

  private static Rendered.File file(Rendered report, String path) {
    return report.files().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
  }
}
