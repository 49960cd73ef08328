package dev.svodka.report.chart;

import dev.svodka.report.chart.ChartData.Mark;
import dev.svodka.report.chart.ChartData.Reference;
import dev.svodka.report.chart.ChartData.Row;
import dev.svodka.report.chart.ChartData.Second;
import dev.svodka.report.chart.ChartData.Tone;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.data.category.CategoryDataset;

/** Draws a row as its label, its marks below it and the value at their end. */
final class RowRenderer extends AbstractCategoryItemRenderer {
  static final int ROW = 46;
  static final int BELOW = 16;

  private static final long serialVersionUID = 1L;
  private static final double LABEL_BASE = 15;
  private static final double MARK_TOP = 21;
  private static final double THICKNESS = 15;
  private static final double PAIRED = 12;
  private static final int SECOND = 12;
  private static final double GAP = 7;

  private final transient List<Row> rows;
  private final transient Optional<Reference> reference;

  RowRenderer(List<Row> rows, Optional<Reference> reference) {
    this.rows = rows;
    this.reference = reference;
  }

  @Override
  public void drawItem(
      Graphics2D g2,
      CategoryItemRendererState state,
      Rectangle2D area,
      CategoryPlot plot,
      CategoryAxis domain,
      ValueAxis range,
      CategoryDataset dataset,
      int series,
      int index,
      int pass) {
    Row row = rows.get(index);
    double top =
        domain.getCategoryStart(index, dataset.getColumnCount(), area, plot.getDomainAxisEdge());
    double zero = range.valueToJava2D(0, area, plot.getRangeAxisEdge());
    double thick = row.second().isPresent() ? PAIRED : THICKNESS;
    double end = zero;
    for (Mark mark : row.marks()) {
      end = Math.max(end, draw(g2, mark, area, plot, range, top + MARK_TOP, thick));
    }
    double valueWidth = Ink.width(g2, Ink.STRONG, row.value());
    boolean atEnd = end + GAP + valueWidth <= area.getMaxX();
    double labelRoom = area.getWidth() - (atEnd ? 0 : valueWidth + GAP);
    label(g2, row, area.getMinX(), top, labelRoom);
    double x = atEnd ? end + GAP : area.getMaxX() - valueWidth;
    double base = top + (atEnd ? MARK_TOP + thick / 2 + 4.5 : LABEL_BASE);
    reference
        .map(line -> range.valueToJava2D(line.value(), area, plot.getRangeAxisEdge()))
        .filter(line -> line > x - 2 && line < x + valueWidth + 2)
        .ifPresent(line -> ground(g2, x - 2, base - LABEL_BASE, valueWidth + 2));
    Ink.text(g2, Ink.STRONG, Palette.TEXT, row.value(), x, base);
    row.second().ifPresent(second -> second(g2, second, area, plot, range, top));
    double bottom = top + height(row);
    row.below()
        .map(text -> Ink.fit(g2, Ink.SMALL, text, area.getWidth()))
        .ifPresent(text -> below(g2, text, area.getMinX(), bottom));
  }

  private static void below(Graphics2D g2, String text, double x, double bottom) {
    double width = Ink.width(g2, Ink.SMALL, text) + 3;
    Ink.fill(g2, new Rectangle2D.Double(x, bottom - 6, width, BELOW), Palette.GROUND);
    Ink.text(g2, Ink.SMALL, Palette.SECONDARY, text, x, bottom + BELOW - 9);
  }

  /** Without what stands below the marks. */
  static int height(Row row) {
    return row.second().isPresent() ? ROW + SECOND : ROW;
  }

  private static void second(
      Graphics2D g2,
      Second second,
      Rectangle2D area,
      CategoryPlot plot,
      ValueAxis range,
      double top) {
    double y = top + MARK_TOP + PAIRED + 2;
    double end = range.valueToJava2D(0, area, plot.getRangeAxisEdge());
    for (Mark mark : second.marks()) {
      end = Math.max(end, draw(g2, mark, area, plot, range, y, PAIRED));
    }
    double x = Math.min(end + GAP, area.getMaxX() - Ink.width(g2, Ink.SMALL, second.value()));
    Ink.text(g2, Ink.SMALL, Palette.TEXT, second.value(), x, y + PAIRED / 2 + 4.5);
  }

  private static void label(Graphics2D g2, Row row, double x, double top, double room) {
    double noteWidth = row.note().isEmpty() ? 0 : Ink.width(g2, Ink.SMALL, row.note()) + GAP;
    String label = Ink.fit(g2, Ink.BODY, row.label(), room - noteWidth);
    ground(g2, x, top, Ink.width(g2, Ink.BODY, label) + noteWidth);
    Ink.text(g2, Ink.BODY, Palette.TEXT, label, x, top + LABEL_BASE);
    if (!row.note().isEmpty()) {
      double noteX = x + Ink.width(g2, Ink.BODY, label) + GAP;
      Ink.text(g2, Ink.SMALL, Palette.SECONDARY, row.note(), noteX, top + LABEL_BASE);
    }
  }

  /** Lines stop where a label stands. */
  private static void ground(Graphics2D g2, double x, double top, double width) {
    g2.setPaint(Palette.GROUND.color());
    g2.fill(new Rectangle2D.Double(x, top + 2, width + 3, LABEL_BASE + 2));
  }

  /** Draws the mark and returns where it ends. */
  private static double draw(
      Graphics2D g2,
      Mark mark,
      Rectangle2D area,
      CategoryPlot plot,
      ValueAxis axis,
      double top,
      double thick) {
    double zero = axis.valueToJava2D(0, area, plot.getRangeAxisEdge());
    double middle = top + thick / 2;
    return switch (mark) {
      case Mark.Length(double value, Tone tone) -> {
        double x = axis.valueToJava2D(value, area, plot.getRangeAxisEdge());
        Ink.fill(
            g2,
            new Rectangle2D.Double(zero, top, value == 0 ? 0 : Math.max(x - zero, 1), thick),
            tone);
        yield x;
      }
      case Mark.Whisker(ChartData.Range range) -> {
        double low = axis.valueToJava2D(range.low(), area, plot.getRangeAxisEdge());
        double high = axis.valueToJava2D(range.high(), area, plot.getRangeAxisEdge());
        g2.setStroke(Ink.LINE);
        g2.setPaint(Palette.SECONDARY.color());
        g2.draw(new Line2D.Double(low, middle, high, middle));
        g2.draw(new Line2D.Double(low, middle - 4, low, middle + 4));
        g2.draw(new Line2D.Double(high, middle - 4, high, middle + 4));
        yield high;
      }
      case Mark.Dot(double value, Tone tone) -> {
        double x = axis.valueToJava2D(value, area, plot.getRangeAxisEdge());
        Ellipse2D dot = new Ellipse2D.Double(x - 5, middle - 5, 10, 10);
        Shape clip = g2.getClip();
        g2.setClip(null);
        g2.setPaint((tone == Tone.THIS ? Palette.ACCENT : Palette.SECONDARY).color());
        g2.fill(dot);
        if (tone == Tone.UNFINISHED) {
          g2.setPaint(Palette.GROUND.color());
          g2.fill(new Ellipse2D.Double(x - 3.5, middle - 3.5, 7, 7));
        }
        g2.setClip(clip);
        yield x + 5;
      }
    };
  }
}
