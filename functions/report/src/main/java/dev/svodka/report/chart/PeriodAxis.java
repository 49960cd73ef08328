package dev.svodka.report.chart;

import dev.svodka.report.chart.ChartData.Bar;
import java.awt.Graphics2D;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextLine;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;

/** Labels of periods, each with its base in grey below it; as many as fit without turning. */
final class PeriodAxis extends CategoryAxis {
  private static final long serialVersionUID = 1L;
  private static final double SIDE = 6;

  private final transient List<Bar> bars;

  PeriodAxis(List<Bar> bars) {
    this.bars = bars;
  }

  @Override
  @SuppressWarnings("rawtypes") // as JFreeChart declares it
  protected TextBlock createLabel(
      Comparable category, float width, RectangleEdge edge, Graphics2D g2) {
    int index = (Integer) category;
    Bar bar = bars.get(index);
    double band = width / Math.max(getMaximumCategoryLabelWidthRatio(), 1);
    double widest =
        bars.stream().mapToDouble(b -> Ink.width(g2, Ink.SMALL, b.period())).max().orElse(1);
    int every = (int) Math.max(1, Math.ceil((widest + SIDE) / band));
    boolean shown = (bars.size() - 1 - index) % every == 0;
    TextBlock block = new TextBlock();
    block.setLineAlignment(HorizontalAlignment.CENTER);
    block.addLine(new TextLine(shown ? bar.period() : " ", Ink.SMALL, Palette.SECONDARY.color()));
    bar.base().ifPresent(n -> block.addLine(new TextLine(n, Ink.SMALL, Palette.SECONDARY.color())));
    return block;
  }
}
