package dev.svodka.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a chart shows, with every text already in the reader's language. */
public sealed interface ChartData {
  /** Said in words where there is nothing to draw. */
  String noData();

  /** How a mark is meant. */
  enum Tone {
    /** This period, or what the chart is about. */
    THIS,
    /** Before, or context. */
    BEFORE,
    /** Not final yet: hatched or hollow. */
    UNFINISHED,
    /** Past its due day. */
    OVERDUE,
    /** Late or waiting, with nothing broken yet. */
    WAITING
  }

  /** A lower and an upper limit on the axis of values. */
  record Range(double low, double high) {}

  /**
   * One bar of a lane.
   *
   * @param text written above it
   * @param base written below the axis' label, such as the number of items behind a rate
   * @param overdue the upper part of the bar, in the colour of what is overdue
   */
  record Bar(
      String period,
      Optional<String> base,
      OptionalDouble value,
      String text,
      Tone tone,
      Optional<Range> interval,
      Optional<Part> overdue) {
    public Bar(
        String period,
        Optional<String> base,
        OptionalDouble value,
        String text,
        Tone tone,
        Optional<Range> interval) {
      this(period, base, value, text, tone, interval, Optional.empty());
    }
  }

  /** A part of a bar, and what is written in it where there is room. */
  record Part(double value, String text) {}

  /**
   * Bars of one figure over the periods, with a scale of its own.
   *
   * @param earlier one value a bar, drawn as a line over them: the same period a year ago; or none
   */
  record Lane(String label, List<Bar> bars, List<OptionalDouble> earlier) {
    public Lane {
      bars = List.copyOf(bars);
      earlier = List.copyOf(earlier);
    }

    public Lane(String label, List<Bar> bars) {
      this(label, bars, List.of());
    }
  }

  /** Lanes one below the other over the same periods; bars begin at zero. */
  record Lanes(List<Lane> lanes, String noData) implements ChartData {
    public Lanes {
      lanes = List.copyOf(lanes);
    }
  }

  /** What is drawn on a row's line; values on the axis. */
  sealed interface Mark {
    /** A bar from zero. */
    record Length(double value, Tone tone) implements Mark {}

    /** A thin line with ends: an interval. */
    record Whisker(Range range) implements Mark {}

    /** A point; an unfinished one is hollow. */
    record Dot(double value, Tone tone) implements Mark {}
  }

  /**
   * One row.
   *
   * @param note after the label, in grey: {@code n = 41}
   * @param value at the end of the marks
   * @param below under the marks, in grey: what was lost on the way to the next row
   * @param second the same measured otherwise, on a line of its own
   */
  record Row(
      String label,
      String note,
      String value,
      Optional<String> below,
      List<Mark> marks,
      Optional<Second> second) {
    public Row {
      marks = List.copyOf(marks);
    }

    public Row(String label, String note, String value, Optional<String> below, List<Mark> marks) {
      this(label, note, value, below, marks, Optional.empty());
    }
  }

  /** A second line of marks below a row's first, with the value at their end. */
  record Second(String value, List<Mark> marks) {
    public Second {
      marks = List.copyOf(marks);
    }
  }

  /** A value all rows are compared with, drawn as a line. */
  record Reference(double value, String label) {}

  /** A moment of a curve: the share that is left after it. */
  record CurvePoint(double at, double share, boolean censored) {}

  /**
   * A curve that falls in steps from 1; censored moments bear a tick.
   *
   * @param end where the axis of time ends
   * @param shares ticks of the axis of shares, 0..1
   * @param references moments drawn as lines
   */
  record Curve(
      List<CurvePoint> points,
      double end,
      List<Tick> ticks,
      List<Tick> shares,
      List<Reference> references,
      String noData)
      implements ChartData {
    public Curve {
      points = List.copyOf(points);
      ticks = List.copyOf(ticks);
      shares = List.copyOf(shares);
      references = List.copyOf(references);
    }
  }

  /** A tick of the axis of values. */
  record Tick(double value, String label) {}

  /**
   * Rows with their label above their marks; the axis begins at zero.
   *
   * @param end where the axis ends
   */
  record Rows(
      List<Row> rows, double end, List<Tick> ticks, Optional<Reference> reference, String noData)
      implements ChartData {
    public Rows {
      rows = List.copyOf(rows);
      ticks = List.copyOf(ticks);
    }
  }
}
