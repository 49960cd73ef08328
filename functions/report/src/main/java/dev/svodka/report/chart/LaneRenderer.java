package dev.svodka.report.chart;

import dev.svodka.report.chart.ChartData.Bar;
import dev.svodka.report.chart.ChartData.Lane;
import dev.svodka.report.chart.ChartData.Range;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.data.category.CategoryDataset;

/** Draws a lane's bars from zero, their intervals, and each value above its bar where it fits. */
final class LaneRenderer extends AbstractCategoryItemRenderer {
  private static final long serialVersionUID = 1L;
  private static final double SHARE_OF_BAND = 0.7;
  private static final double SIDE = 2;
  private static final double INSIDE = 18;

  private final transient Lane lane;
  private final int widest;

  LaneRenderer(Lane lane) {
    this.lane = lane;
    this.widest =
        IntStream.range(0, lane.bars().size())
            .boxed()
            .max(Comparator.comparingInt(i -> lane.bars().get(i).text().length()))
            .orElse(0);
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
    Bar bar = lane.bars().get(index);
    if (bar.value().isEmpty()) {
      return;
    }
    int count = dataset.getColumnCount();
    double band = area.getWidth() / count;
    double middle = domain.getCategoryMiddle(index, count, area, plot.getDomainAxisEdge());
    double zero = range.valueToJava2D(0, area, plot.getRangeAxisEdge());
    double top = range.valueToJava2D(bar.value().getAsDouble(), area, plot.getRangeAxisEdge());
    double width = Math.min(band * SHARE_OF_BAND, 44);
    Rectangle2D body =
        new Rectangle2D.Double(middle - width / 2, top, width, Math.max(zero - top, 0.5));
    boolean soft = bar.interval().isPresent() && bar.tone() == ChartData.Tone.THIS;
    if (soft) {
      Ink.fill(g2, body, Palette.ACCENT_SOFT);
    } else {
      Ink.fill(g2, body, bar.tone());
    }
    bar.overdue().ifPresent(part -> part(g2, part, body, zero - top, bar.value().getAsDouble()));
    double textBase = top - 4;
    Optional<Range> interval = bar.interval();
    if (interval.isPresent()) {
      double low = range.valueToJava2D(interval.get().low(), area, plot.getRangeAxisEdge());
      double high = range.valueToJava2D(interval.get().high(), area, plot.getRangeAxisEdge());
      g2.setStroke(Ink.LINE);
      g2.setPaint(Palette.TEXT.color());
      g2.draw(new Line2D.Double(middle, low, middle, high));
      g2.draw(new Line2D.Double(middle - 3, high, middle + 3, high));
      g2.draw(new Line2D.Double(middle - 3, low, middle + 3, low));
      if (soft && zero - top >= INSIDE) {
        inside(g2, bar, middle, zero - 5);
        return;
      }
      textBase = high - 4;
    }
    if (allTextsFit(g2, band) || index == count - 1 || isGreatest(index)) {
      double textWidth = Ink.width(g2, Ink.SMALL, bar.text());
      double x = Math.clamp(middle - textWidth / 2, area.getMinX(), area.getMaxX() - textWidth);
      boolean strong = bar.tone() == ChartData.Tone.THIS;
      Ink.text(g2, Ink.SMALL, strong ? Palette.TEXT : Palette.SECONDARY, bar.text(), x, textBase);
    }
  }

  private static void part(
      Graphics2D g2, ChartData.Part part, Rectangle2D body, double height, double whole) {
    if (part.value() <= 0) {
      return;
    }
    double high = Math.max(1, height * Math.min(1, part.value() / whole));
    Ink.fill(
        g2,
        new Rectangle2D.Double(body.getMinX(), body.getMinY(), body.getWidth(), high),
        Palette.OVERDUE);
    double width = Ink.width(g2, Ink.SMALL, part.text());
    if (high >= INSIDE && width <= body.getWidth()) {
      double x = body.getCenterX() - width / 2;
      Ink.text(g2, Ink.SMALL, Palette.GROUND, part.text(), x, body.getMinY() + 14);
    }
  }

  /** Above an interval's end a value would be taken for that end's. */
  private static void inside(Graphics2D g2, Bar bar, double middle, double base) {
    double width = Ink.width(g2, Ink.STRONG, bar.text());
    g2.setPaint(Palette.ACCENT_SOFT.color());
    g2.fill(new Rectangle2D.Double(middle - width / 2 - 1, base - 11, width + 2, 13));
    Ink.text(g2, Ink.STRONG, Palette.TEXT, bar.text(), middle - width / 2, base);
  }

  private boolean allTextsFit(Graphics2D g2, double band) {
    return Ink.width(g2, Ink.SMALL, lane.bars().get(widest).text()) <= band - SIDE;
  }

  /** Where not every value fits, the greatest and the last are written; not side by side. */
  private boolean isGreatest(int index) {
    int greatest =
        IntStream.range(0, lane.bars().size())
            .boxed()
            .max(Comparator.comparingDouble(i -> lane.bars().get(i).value().orElse(0)))
            .orElse(0);
    return index == greatest && index < lane.bars().size() - 4;
  }
}
