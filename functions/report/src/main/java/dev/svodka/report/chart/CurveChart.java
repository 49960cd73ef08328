package dev.svodka.report.chart;

import dev.svodka.report.chart.ChartData.Curve;
import dev.svodka.report.chart.ChartData.CurvePoint;
import dev.svodka.report.chart.ChartData.Reference;
import dev.svodka.report.chart.ChartData.Tick;
import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.function.Function;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A curve that falls in steps from all to none, with a tick where something left the sight. */
final class CurveChart {
  static final int HEIGHT = 250;

  private static final RectangleInsets NONE = new RectangleInsets(0, 0, 0, 0);
  private static final double TICK = 4;
  private static final double HEADROOM = 1.06;

  private CurveChart() {}

  static XYPlot plot(Curve data) {
    XYSeries line = new XYSeries("line", false, true);
    XYSeries censored = new XYSeries("censored", false, true);
    double share = 1;
    line.add(0, share);
    for (CurvePoint point : data.points()) {
      line.add(point.at(), share);
      share = point.share();
      line.add(point.at(), share);
      if (point.censored()) {
        censored.add(point.at(), point.share());
      }
    }
    XYPlot plot =
        new XYPlot(
            new XYSeriesCollection(line),
            axis(data.end(), data.ticks(), tick -> ofTime(tick, data.end())),
            axis(HEADROOM, data.shares(), tick -> TextAnchor.CENTER_RIGHT),
            steps());
    plot.setDataset(1, new XYSeriesCollection(censored));
    plot.setRenderer(1, ticks());
    data.references()
        .forEach(
            reference -> plot.addDomainMarker(marker(reference, data.end()), Layer.BACKGROUND));
    plot.setBackgroundPaint(null);
    plot.setAxisOffset(NONE);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Palette.HAIRLINE.color());
    plot.setRangeGridlineStroke(Ink.HAIRLINE);
    return plot;
  }

  /** One path: a step a line would make a page of it. */
  private static XYLineAndShapeRenderer steps() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, Palette.ACCENT.color());
    renderer.setSeriesStroke(0, new BasicStroke(2f));
    return renderer;
  }

  private static XYLineAndShapeRenderer ticks() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setSeriesShape(0, new Line2D.Double(0, -TICK, 0, TICK));
    renderer.setSeriesPaint(0, Palette.SECONDARY.color());
    return renderer;
  }

  private static ValueMarker marker(Reference reference, double end) {
    ValueMarker marker =
        new ValueMarker(reference.value(), Palette.SECONDARY.color(), Ink.HAIRLINE);
    marker.setLabel(reference.label());
    marker.setLabelFont(Ink.SMALL);
    marker.setLabelPaint(Palette.TEXT.color());
    marker.setLabelBackgroundColor(Palette.GROUND.color());
    boolean right = reference.value() > end / 2;
    marker.setLabelAnchor(right ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
    marker.setLabelTextAnchor(right ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
    marker.setLabelOffset(new RectangleInsets(0, 4, 0, 4));
    return marker;
  }

  /** The last one ends where the axis does. */
  private static TextAnchor ofTime(Tick tick, double end) {
    return tick.value() < end ? TextAnchor.TOP_CENTER : TextAnchor.TOP_RIGHT;
  }

  private static NumberAxis axis(double end, List<Tick> ticks, Function<Tick, TextAnchor> anchor) {
    NumberAxis axis =
        new NumberAxis() {
          private static final long serialVersionUID = 1L;

          @Override
          public List<NumberTick> refreshTicks(
              java.awt.Graphics2D g2,
              org.jfree.chart.axis.AxisState state,
              java.awt.geom.Rectangle2D area,
              RectangleEdge edge) {
            return ticks.stream()
                .map(
                    tick ->
                        new NumberTick(
                            tick.value(), tick.label(), anchor.apply(tick), TextAnchor.CENTER, 0))
                .toList();
          }
        };
    axis.setRange(0, end);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setTickLabelFont(Ink.SMALL);
    axis.setTickLabelPaint(Palette.SECONDARY.color());
    return axis;
  }
}
