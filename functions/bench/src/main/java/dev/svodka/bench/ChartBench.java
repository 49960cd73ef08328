package dev.svodka.bench;

import dev.svodka.report.chart.Chart;
import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.ChartData.Bar;
import dev.svodka.report.chart.ChartData.Lane;
import dev.svodka.report.chart.ChartData.Lanes;
import dev.svodka.report.chart.ChartData.Mark;
import dev.svodka.report.chart.ChartData.Range;
import dev.svodka.report.chart.ChartData.Reference;
import dev.svodka.report.chart.ChartData.Row;
import dev.svodka.report.chart.ChartData.Rows;
import dev.svodka.report.chart.ChartData.Tick;
import dev.svodka.report.chart.ChartData.Tone;
import dev.svodka.report.chart.Charts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** A chart as a report has it: SVG on the page, SVG file and PNG at 2×. Run with {@code -t 2}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ChartBench {
  private final Lanes lanes =
      new Lanes(
          List.of(
              new Lane("Создано", bars(false)),
              new Lane("Выиграно", bars(false)),
              new Lane("Проиграно", bars(false))),
          "Нет данных");
  private final Lanes intervals = new Lanes(List.of(new Lane("", bars(true))), "Нет данных");
  private final Rows rows =
      new Rows(
          IntStream.rangeClosed(1, 8)
              .mapToObj(
                  i ->
                      new Row(
                          "Ответственный " + i,
                          "n = 41",
                          "57 %",
                          Optional.empty(),
                          List.of(
                              new Mark.Whisker(new Range(0.3, 0.7)),
                              new Mark.Dot(0.57, Tone.THIS))))
              .toList(),
          1,
          List.of(new Tick(0, "0"), new Tick(0.5, "50 %"), new Tick(1, "100 %")),
          Optional.of(new Reference(0.4, "все 40 %")),
          "Нет данных");

  @Benchmark
  public void lanes(Blackhole eaten) {
    draw(lanes, eaten);
  }

  @Benchmark
  public void intervals(Blackhole eaten) {
    draw(intervals, eaten);
  }

  @Benchmark
  public void rows(Blackhole eaten) {
    draw(rows, eaten);
  }

  private static void draw(ChartData data, Blackhole eaten) {
    Chart chart = Charts.draw(data);
    eaten.consume(chart.inlineSvg("c", "Создано 18 сделок", "По неделям, последние 13"));
    eaten.consume(
        chart.svgFile("c", "Создано 18 сделок", "По неделям", "По неделям, последние 13"));
    eaten.consume(chart.png("Создано 18 сделок", "По неделям, последние 13"));
  }

  private static List<Bar> bars(boolean interval) {
    return IntStream.rangeClosed(1, 13)
        .mapToObj(
            i ->
                new Bar(
                    "%02d.11".formatted(i),
                    interval ? Optional.of("34") : Optional.empty(),
                    OptionalDouble.of(10 + i % 7),
                    Integer.toString(10 + i % 7),
                    i == 13 ? Tone.THIS : Tone.BEFORE,
                    interval ? Optional.of(new Range(5, 20 + i % 7)) : Optional.empty()))
        .toList();
  }
}
