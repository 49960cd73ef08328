package dev.svodka.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plan and fact, reasons of loss, time in stage and what stands too long, with the real engine. */
class WeeklyConversionTest {
  private static final String CSV = "weekly-conversion/sales-%s.ru.csv";

  @TempDir private Path folder;

  @Test
  void planAndFactStandWithTheirPaceAndAVerdictBeyondChance() throws IOException {
    PublishedPages pages = publish(TenDealsAWeek.BUSINESS);
    List<List<String>> goals = pages.rows(CSV.formatted("goals"));
    assertThat(goals.get(0)).startsWith("Создано", "40", "30", "0.75").contains("идём по плану");
    assertThat(goals.get(1)).startsWith("Выиграно", "40", "12", "0.3").endsWith("отстаём от плана");
    for (int i = 0; i < 2; i++) {
      String kpi = List.of("created", "succeeded").get(i);
      assertThat(new BigDecimal(goals.get(i).get(4)))
          .isEqualByComparingTo(
              pages.figure("goal_pace", "sales", kpi, "2026-11", "").orElseThrow());
    }
    // 15 of the 21 working days of November 2026 are over: 30 ÷ (40 × 15 ÷ 21)
    assertThat(new BigDecimal(goals.getFirst().get(4)).doubleValue()).isCloseTo(1.05, within(1e-9));
    assertThat(pages.text("weekly-conversion.ru.html"))
        .contains("Ноябрь 2026: отстаём от плана — Выиграно")
        .contains("прошло 15 из 21 рабочих дней")
        .contains("отстаём от плана; при таком темпе за месяц будет 17");
  }

  @Test
  void reasonsOfLossAreCountedByTheStageTheyWereLostFrom() throws IOException {
    PublishedPages pages = publish(TenDealsAWeek.BUSINESS);
    assertThat(pages.text(CSV.formatted("losses")))
        .startsWith("\ufeffПричина,Потеряно,Доля,Квалификация,new");
    assertThat(pages.rows(CSV.formatted("losses")))
        .containsExactly(
            List.of("Дорого", "39", "0.5", "39", "0", "39000"),
            List.of("Спам", "26", "0.3333333333333333", "26", "0", "26000"),
            List.of("Причина не указана", "13", "0.16666666666666666", "0", "13", "13000"));
    assertThat(pages.text("weekly-conversion.ru.html"))
        .contains("Чаще всего теряем по причине «Дорого»: 39 из 78, 50\u202f% (39–61\u202f%)<")
        .contains("не в счёт доли")
        .contains("Чаще всего теряем с этапа «Квалификация»: 65 из 78, 83\u202f%");
  }

  @Test
  void whatStandsTooLongIsListedWithItsLinkAsLongAsTheNumber() throws IOException {
    PublishedPages pages = publish(TenDealsAWeek.BUSINESS);
    List<List<String>> stale = pages.rows(CSV.formatted("stale"));
    assertThat(stale)
        .hasSize(Integer.parseInt(pages.figure("stale_open", "sales", "", "all", "").orElseThrow()))
        .first()
        .isEqualTo(
            List.of(
                "9000",
                "https://romashka.amocrm.ru/leads/detail/9000",
                "Квалификация",
                "Анна Ветрова",
                "111",
                "111",
                "70000",
                "RUB"));
    assertThat(pages.text("weekly-conversion.ru.html"))
        .contains("Слишком долго открыты — 3 сделки; дольше всех 9000, Квалификация, 111 дней")
        .contains("href=\"https://romashka.amocrm.ru/leads/detail/9000\"")
        .contains("70\u202f000\u00a0₽");
  }

  @Test
  void whoMayNotOpenTheFiguresSeesNeitherAmountsNorNames() throws IOException {
    PublishedPages pages =
        publish(TenDealsAWeek.BUSINESS.replace("audience: [managers]", "audience: [owners]"));
    assertThat(pages.files())
        .noneMatch(
            path ->
                path.contains("sales-stale.")
                    || path.contains("sales-losses.")
                    || path.contains("/items-"));
    assertThat(pages.text("weekly-conversion.ru.html"))
        .doesNotContain("70\u202f000", "Ветрова", "9000");
  }

  @Test
  void timeInStageIsWhatTheFiguresSayOnBothClocks() throws IOException {
    PublishedPages pages = publish(TenDealsAWeek.BUSINESS);
    List<List<String>> stages = pages.rows(CSV.formatted("stages"));
    assertThat(stages).extracting(List::getFirst).containsExactly("Квалификация", "new");
    List<String> expected = new ArrayList<>();
    for (String[] figure :
        new String[][] {
          {"stage_time_n", "elapsed"},
          {"stage_time_median", "elapsed"},
          {"stage_time_p90", "elapsed"},
          {"stage_time_median", "working"},
          {"stage_time_p90", "working"},
          {"stage_time_open", "elapsed"},
          {"stage_time_km_median", "elapsed"}
        }) {
      expected.add(
          pages
              .figure(figure[0], "sales", "talk", "all", figure[1])
              .or(() -> find(pages, figure[0]))
              .orElseThrow());
    }
    for (int i = 0; i < expected.size(); i++) {
      assertThat(new BigDecimal(stages.getFirst().get(i + 1)))
          .isEqualByComparingTo(expected.get(i));
    }
    assertThat(pages.text("weekly-conversion.ru.html"))
        .contains("ещё стоят 3; с ними половина уходит за", "раб. ч")
        .contains("Верхняя полоса — по календарю, нижняя — в рабочее время");
  }

  private static java.util.Optional<String> find(PublishedPages pages, String kpi) {
    try {
      return pages.figure(kpi, "sales", "talk", "all", "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private PublishedPages publish(String business) throws IOException {
    return TenDealsAWeek.publish(folder, business);
  }
}
