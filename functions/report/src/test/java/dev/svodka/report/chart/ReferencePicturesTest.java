package dev.svodka.report.chart;

import dev.svodka.report.chart.ChartData.Bar;
import dev.svodka.report.chart.ChartData.Curve;
import dev.svodka.report.chart.ChartData.CurvePoint;
import dev.svodka.report.chart.ChartData.Lane;
import dev.svodka.report.chart.ChartData.Lanes;
import dev.svodka.report.chart.ChartData.Mark;
import dev.svodka.report.chart.ChartData.Part;
import dev.svodka.report.chart.ChartData.Range;
import dev.svodka.report.chart.ChartData.Reference;
import dev.svodka.report.chart.ChartData.Row;
import dev.svodka.report.chart.ChartData.Rows;
import dev.svodka.report.chart.ChartData.Second;
import dev.svodka.report.chart.ChartData.Tick;
import dev.svodka.report.chart.ChartData.Tone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The forms of the demo's charts, with its figures, beside the pictures that were looked at. */
class ReferencePicturesTest {
  private static final String NONE = "Нет данных";

  @Test
  void countsByWeekInLanes() throws IOException {
    Lanes lanes =
        new Lanes(
            List.of(
                new Lane("Создано", counts(18, 15, 16, 17, 17, 16, 17, 24, 21, 21, 15, 18)),
                new Lane("Выиграно", counts(0, 2, 2, 5, 10, 6, 7, 5, 6, 5, 6, 4))),
            NONE);
    same("lanes", lanes, "Создано 18 сделок — на 3 больше, чем неделей раньше");
  }

  @Test
  void ratesWithIntervalsAndRipeningOnes() throws IOException {
    List<Bar> bars = new ArrayList<>();
    int[] percent = {39, 27, 50, 53, 12, 33, 24, 5};
    for (int i = 0; i < percent.length; i++) {
      boolean ripe = i < 5;
      double rate = percent[i] / 100.0;
      bars.add(
          new Bar(
              "%02d.09".formatted(i + 1),
              Optional.of(Integer.toString(15 + i)),
              OptionalDouble.of(rate),
              Integer.toString(percent[i]),
              ripe ? (i == 1 ? Tone.BEFORE : Tone.THIS) : Tone.UNFINISHED,
              ripe
                  ? Optional.of(new Range(Math.max(0, rate - 0.2), rate + 0.2))
                  : Optional.empty()));
    }
    same("intervals", new Lanes(List.of(new Lane("", bars)), NONE), "Конверсия держится");
  }

  @Test
  void moneyAtMonthEndsAndWhatOfItIsOverdue() throws IOException {
    Lanes lanes =
        new Lanes(
            List.of(
                new Lane(
                    "",
                    List.of(
                        balance("сент.", 2.2, 0.4),
                        balance("окт.", 3.4, 2.4),
                        balance("сейчас", 3.2, 0.05)))),
            NONE);
    same("balances", lanes, "Сейчас не оплачено 3,2 млн ₽");
  }

  @Test
  void aFunnelOfBarsFromZero() throws IOException {
    Rows rows =
        new Rows(
            List.of(
                step("Создано", "", "71", 71, Tone.BEFORE),
                step("Квалификация", "из них минуя веху: 3", "49 · 69 %", 49, Tone.BEFORE),
                new Row(
                    "Выиграно",
                    "",
                    "29 · 41 %",
                    Optional.empty(),
                    List.of(new Mark.Length(29, Tone.THIS)))),
            98,
            List.of(),
            Optional.empty(),
            NONE);
    same("funnel", rows, "До вехи «Выиграно» дошли 29 из 71 — 41 % (30–52 %)");
  }

  @Test
  void ratesOfPeopleBesideTheRateOfAll() throws IOException {
    Rows rows =
        new Rows(
            List.of(
                rate("Анна Ветрова", "n = 36", "72 %", 0.72),
                rate("Борис Лугов", "n = 38", "29 %", 0.29)),
            1,
            List.of(new Tick(0, "0"), new Tick(0.5, "50 %"), new Tick(1, "100 %")),
            Optional.of(new Reference(0.43, "все 43 %")),
            NONE);
    same("rates", rows, "От остальных отличаются: Анна Ветрова (выше)");
  }

  @Test
  void theSameWeeksAYearAgoAsALine() throws IOException {
    List<OptionalDouble> earlier = new ArrayList<>();
    for (int count : new int[] {12, 14, 11, 15, 19, 16, 13, 20, 18, 17, 14, 15}) {
      earlier.add(OptionalDouble.of(count));
    }
    earlier.set(0, OptionalDouble.empty());
    Lane lane =
        new Lane("Создано", counts(18, 15, 16, 17, 17, 16, 17, 24, 21, 21, 15, 18), earlier);
    same("year-ago", new Lanes(List.of(lane), NONE), "Создано 18 сделок");
  }

  @Test
  void aCurveThatFallsInSteps() throws IOException {
    Curve curve =
        new Curve(
            List.of(
                new CurvePoint(1, 0.9, false),
                new CurvePoint(2, 0.62, false),
                new CurvePoint(3, 0.62, true),
                new CurvePoint(4, 0.4, false),
                new CurvePoint(9, 0.4, true)),
            10,
            List.of(new Tick(0, "0"), new Tick(5, "5 дн."), new Tick(10, "10 дн.")),
            List.of(new Tick(0, "0"), new Tick(0.5, "50 %"), new Tick(1, "100 %")),
            List.of(new Reference(4, "половина решена за 4 дня")),
            NONE);
    same("curve", curve, "Половина решена за 4 дня");
  }

  @Test
  void planFactAndToday() throws IOException {
    Rows rows =
        new Rows(
            List.of(
                new Row(
                    "Создано",
                    "",
                    "34 из 80 · 42 %",
                    Optional.of("идём по плану; при таком темпе за месяц будет 76"),
                    List.of(new Mark.Length(0.42, Tone.THIS))),
                new Row(
                    "Выиграно",
                    "",
                    "5 из 25 · 20 %",
                    Optional.of("отстаём; при таком темпе за месяц будет 11"),
                    List.of(new Mark.Length(0.2, Tone.WAITING)))),
            1.2,
            List.of(new Tick(0, "0"), new Tick(0.5, "50 %"), new Tick(1, "100 %")),
            Optional.of(new Reference(0.45, "сегодня")),
            NONE);
    same("goals", rows, "Ноябрь 2026: отстаём от плана");
  }

  @Test
  void bothClocksAndWhatIsBroken() throws IOException {
    Row stage =
        new Row(
            "Квалификация",
            "n = 133",
            "2 д 19 ч · 5 д 23 ч",
            Optional.of("ещё стоят 8"),
            List.of(new Mark.Length(143, Tone.BEFORE), new Mark.Length(67, Tone.THIS)),
            Optional.of(
                new Second(
                    "17 раб. ч · 35 раб. ч",
                    List.of(new Mark.Length(35, Tone.BEFORE), new Mark.Length(17, Tone.THIS)))));
    Row person =
        new Row(
            "Глеб Рощин",
            "срок сорван 7",
            "19",
            Optional.empty(),
            List.of(new Mark.Length(190, Tone.WAITING), new Mark.Length(70, Tone.OVERDUE)));
    Row atZero =
        new Row(
            "Отправлено → Решено",
            "n = 28",
            "11 %",
            Optional.empty(),
            List.of(
                new Mark.Dot(0, Tone.BEFORE),
                new Mark.Whisker(new Range(8, 60)),
                new Mark.Dot(25, Tone.THIS)));
    same(
        "marks",
        new Rows(List.of(stage, person, atZero), 220, List.of(), Optional.empty(), NONE),
        "Дольше всего стоят в «Квалификация»");
  }

  @Test
  void nothingIsSaidInWords() throws IOException {
    same("nothing", new Rows(List.of(), 1, List.of(), Optional.empty(), NONE), "Неделя 9–15");
  }

  private static void same(String name, ChartData data, String title) throws IOException {
    Pictures.same(name, Charts.draw(data).png(title, "По неделям, последние 12"));
  }

  private static List<Bar> counts(int... counts) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      bars.add(
          new Bar(
              "%02d.10".formatted(i + 1),
              Optional.empty(),
              OptionalDouble.of(counts[i]),
              Integer.toString(counts[i]),
              i == counts.length - 1 ? Tone.THIS : Tone.BEFORE,
              Optional.empty()));
    }
    return bars;
  }

  private static Bar balance(String month, double whole, double overdue) {
    return new Bar(
        month,
        Optional.empty(),
        OptionalDouble.of(whole),
        Double.toString(whole).replace('.', ','),
        Tone.BEFORE,
        Optional.empty(),
        Optional.of(new Part(overdue, Double.toString(overdue).replace('.', ','))));
  }

  private static Row step(String name, String note, String value, double length, Tone tone) {
    return new Row(
        name,
        note,
        value,
        Optional.of("−22 не дошли до следующего шага (31 %)"),
        List.of(new Mark.Length(length, tone)));
  }

  private static Row rate(String name, String n, String value, double rate) {
    return new Row(
        name,
        n,
        value,
        Optional.empty(),
        List.of(
            new Mark.Whisker(new Range(rate - 0.15, rate + 0.13)), new Mark.Dot(rate, Tone.THIS)));
  }
}
