package dev.svodka.report.chart;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/** A line of the last periods without an axis; the last one is a point. It adorns, no more. */
public final class Sparkline {
  private static final int WIDTH = 132;
  private static final int HEIGHT = 30;
  private static final double SIDE = 0.2;

  /** Two values are no line to look at. */
  private static final int LEAST = 3;

  private Sparkline() {}

  /** An SVG for a page; empty where fewer than three values are known. */
  public static String svg(List<OptionalDouble> values) {
    if (values.stream().filter(OptionalDouble::isPresent).count() < LEAST) {
      return "";
    }
    XYSeries line = new XYSeries("line");
    XYSeries last = new XYSeries("last");
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (int i = 0; i < values.size(); i++) {
      OptionalDouble value = values.get(i);
      if (value.isEmpty()) {
        line.add(Integer.valueOf(i), null);
        continue;
      }
      line.add(i, value.getAsDouble());
      low = Math.min(low, value.getAsDouble());
      high = Math.max(high, value.getAsDouble());
      last.clear();
      last.add(i, value.getAsDouble());
    }
    XYSeriesCollection dataset = new XYSeriesCollection(line);
    dataset.addSeries(last);
    double room = high > low ? (high - low) * SIDE : Math.max(Math.abs(high), 1) * SIDE;
    SVGGraphics2D g2 = new SVGGraphics2D(WIDTH, HEIGHT);
    g2.setGeomDoubleConverter(SvgText::rounded);
    g2.setTransformDoubleConverter(SvgText::rounded);
    chart(dataset, values.size(), low - room, high + room)
        .draw(g2, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    return SvgText.ornament(
        g2.getSVGElement(null, false, new ViewBox(0, 0, WIDTH, HEIGHT), null, null));
  }

  private static JFreeChart chart(XYSeriesCollection dataset, int count, double low, double high) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, Palette.BEFORE.color());
    renderer.setSeriesStroke(
        0, new BasicStroke(1.75f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    renderer.setSeriesShapesVisible(0, false);
    renderer.setSeriesPaint(1, Palette.ACCENT.color());
    renderer.setSeriesShape(1, new Ellipse2D.Double(-3.5, -3.5, 7, 7));
    XYPlot plot = new XYPlot(dataset, axis(-0.5, count - 0.5), axis(low, high), renderer);
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(null);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    plot.setInsets(new RectangleInsets(0, 0, 0, 0));
    plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
    JFreeChart chart = new JFreeChart(null, Ink.BODY, plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(new RectangleInsets(2, 0, 2, 0));
    return chart;
  }

  private static NumberAxis axis(double low, double high) {
    NumberAxis axis = new NumberAxis();
    axis.setVisible(false);
    axis.setRange(low, high);
    return axis;
  }
}
