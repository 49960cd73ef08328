package dev.svodka.report.chart;

import dev.svodka.report.chart.ChartData.Bar;
import dev.svodka.report.chart.ChartData.Lane;
import dev.svodka.report.chart.ChartData.Range;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
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
  private static final int BARS = 0;
  private static final int LINE = 1;

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
    int count = dataset.getColumnCount();
    double band = area.getWidth() / count;
    double middle = domain.getCategoryMiddle(index, count, area, plot.getDomainAxisEdge());
    ToDoubleFunction<Double> level =
        value -> range.valueToJava2D(value, area, plot.getRangeAxisEdge());
    if (pass == LINE) {
      earlier(g2, index, middle, band, level);
    } else if (bar.value().isPresent()) {
      double zero = level.applyAsDouble(0.0);
      double top = level.applyAsDouble(bar.value().getAsDouble());
      boolean soft = bar.interval().isPresent() && bar.tone() == ChartData.Tone.THIS;
      if (pass == BARS) {
        bar(g2, bar, middle, band, zero, top, soft);
        bar.interval().ifPresent(interval -> interval(g2, interval, middle, level));
      }
      if (pass == getPassCount() - 1) {
        boolean barred = bar.interval().isPresent() && bar.tone() != ChartData.Tone.UNFINISHED;
        if (barred && zero - top >= INSIDE) {
          inside(g2, bar, middle, zero - 5, soft ? Palette.ACCENT_SOFT : Palette.BEFORE);
        } else if (allTextsFit(g2, band) || index == count - 1 || isGreatest(index)) {
          double end = bar.interval().map(i -> level.applyAsDouble(i.high())).orElse(top);
          above(g2, bar, middle, end - 4, area);
        }
      }
    }
  }

  /** The line over the bars comes after all of them, and the values after the line. */
  @Override
  public int getPassCount() {
    return lane.earlier().isEmpty() ? 1 : 3;
  }

  /** From the middle of the bar before to that of this one. */
  private void earlier(
      Graphics2D g2, int index, double middle, double band, ToDoubleFunction<Double> level) {
    OptionalDouble value = lane.earlier().get(index);
    if (value.isEmpty()) {
      return;
    }
    double y = level.applyAsDouble(value.getAsDouble());
    g2.setPaint(Palette.SECONDARY.color());
    g2.setStroke(Ink.LINE);
    OptionalDouble last = index == 0 ? OptionalDouble.empty() : lane.earlier().get(index - 1);
    last.ifPresent(
        before ->
            g2.draw(new Line2D.Double(middle - band, level.applyAsDouble(before), middle, y)));
    boolean alone =
        last.isEmpty()
            && (index + 1 >= lane.earlier().size() || lane.earlier().get(index + 1).isEmpty());
    if (alone) {
      g2.fill(new Ellipse2D.Double(middle - 1.75, y - 1.75, 3.5, 3.5));
    }
  }

  private static void bar(
      Graphics2D g2, Bar bar, double middle, double band, double zero, double top, boolean soft) {
    double width = Math.min(band * SHARE_OF_BAND, 44);
    Rectangle2D body =
        new Rectangle2D.Double(middle - width / 2, top, width, Math.max(zero - top, 0.5));
    if (soft) {
      Ink.fill(g2, body, Palette.ACCENT_SOFT);
    } else {
      Ink.fill(g2, body, bar.tone());
    }
    bar.overdue().ifPresent(part -> part(g2, part, body, zero - top, bar.value().orElse(0)));
  }

  private static void interval(
      Graphics2D g2, Range interval, double middle, ToDoubleFunction<Double> level) {
    double low = level.applyAsDouble(interval.low());
    double high = level.applyAsDouble(interval.high());
    g2.setStroke(Ink.LINE);
    g2.setPaint(Palette.TEXT.color());
    g2.draw(new Line2D.Double(middle, low, middle, high));
    g2.draw(new Line2D.Double(middle - 3, high, middle + 3, high));
    g2.draw(new Line2D.Double(middle - 3, low, middle + 3, low));
  }

  /** The line of a year ago stops where a value stands. */
  private void above(Graphics2D g2, Bar bar, double middle, double base, Rectangle2D area) {
    double width = Ink.width(g2, Ink.SMALL, bar.text());
    double x = Math.clamp(middle - width / 2, area.getMinX(), area.getMaxX() - width);
    if (!lane.earlier().isEmpty()) {
      Ink.fill(g2, new Rectangle2D.Double(x - 1, base - 10, width + 2, 12), Palette.GROUND);
    }
    boolean strong = bar.tone() == ChartData.Tone.THIS;
    Ink.text(g2, Ink.SMALL, strong ? Palette.TEXT : Palette.SECONDARY, bar.text(), x, base);
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
  private static void inside(Graphics2D g2, Bar bar, double middle, double base, Palette ground) {
    double width = Ink.width(g2, Ink.STRONG, bar.text());
    g2.setPaint(ground.color());
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
