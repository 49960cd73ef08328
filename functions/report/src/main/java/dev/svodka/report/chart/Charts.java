package dev.svodka.report.chart;

import dev.svodka.report.chart.ChartData.Bar;
import dev.svodka.report.chart.ChartData.Lane;
import dev.svodka.report.chart.ChartData.Lanes;
import dev.svodka.report.chart.ChartData.Range;
import dev.svodka.report.chart.ChartData.Reference;
import dev.svodka.report.chart.ChartData.Row;
import dev.svodka.report.chart.ChartData.Rows;
import dev.svodka.report.chart.ChartData.Tick;
import java.text.NumberFormat;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAnchor;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws what a section shows in the one theme: white ground, hairlines, no frame, no legend. */
public final class Charts {
  /** Wide enough for thirteen weeks, narrow enough to be read on a phone at 0.85 of its size. */
  static final int WIDTH = 420;

  private static final int LANE = 92;
  private static final int ONE_LANE = 210;
  private static final int AXIS = 24;
  private static final int REFERENCE = 18;
  private static final RectangleInsets NONE = new RectangleInsets(0, 0, 0, 0);

  private Charts() {}

  /** Draws the chart; its size follows from what it holds. */
  public static Chart draw(ChartData data) {
    return switch (data) {
      case Lanes lanes -> lanes(lanes);
      case Rows rows -> rows(rows);
      case ChartData.Curve curve -> chart(CurveChart.plot(curve), CurveChart.HEIGHT);
    };
  }

  private static Chart lanes(Lanes data) {
    if (data.lanes().stream().allMatch(l -> l.bars().stream().allMatch(b -> b.value().isEmpty()))) {
      return empty(data.noData());
    }
    List<Bar> first = data.lanes().getFirst().bars();
    PeriodAxis axis = new PeriodAxis(first);
    quiet(axis);
    axis.setMaximumCategoryLabelWidthRatio(4f);
    axis.setMaximumCategoryLabelLines(2);
    CombinedDomainCategoryPlot plot = new CombinedDomainCategoryPlot(axis);
    plot.setGap(4);
    data.lanes().forEach(lane -> plot.add(lane(lane, data)));
    boolean alone = data.lanes().size() == 1;
    int bases = first.stream().anyMatch(bar -> bar.base().isPresent()) ? 16 : 0;
    int height = (alone ? ONE_LANE : data.lanes().size() * LANE) + AXIS + bases;
    return chart(plot, height);
  }

  private static CategoryPlot lane(Lane lane, Lanes data) {
    DefaultCategoryDataset dataset = new DefaultCategoryDataset();
    double greatest = 0;
    for (int i = 0; i < lane.bars().size(); i++) {
      Bar bar = lane.bars().get(i);
      dataset.addValue(bar.value().orElse(0), "", Integer.valueOf(i));
      greatest = Math.max(greatest, bar.interval().map(Range::high).orElse(bar.value().orElse(0)));
    }
    greatest =
        Math.max(greatest, lane.earlier().stream().mapToDouble(v -> v.orElse(0)).max().orElse(0));
    NumberAxis axis = new NumberAxis();
    axis.setVisible(false);
    boolean alone = data.lanes().size() == 1;
    axis.setRange(0, greatest == 0 ? 1 : greatest * (alone ? 1.12 : 1.75));
    CategoryPlot plot = new CategoryPlot(dataset, null, axis, new LaneRenderer(lane));
    quiet(plot);
    plot.setRangeGridlinesVisible(false);
    ValueMarker base = new ValueMarker(0, Palette.BEFORE.color(), Ink.HAIRLINE);
    plot.addRangeMarker(base, Layer.FOREGROUND);
    if (!lane.label().isEmpty()) {
      CategoryTextAnnotation label =
          new CategoryTextAnnotation(lane.label(), 0, axis.getUpperBound());
      label.setCategoryAnchor(CategoryAnchor.START);
      label.setTextAnchor(TextAnchor.TOP_LEFT);
      label.setFont(Ink.STRONG);
      label.setPaint(Palette.TEXT.color());
      plot.addAnnotation(label);
    }
    return plot;
  }

  private static Chart rows(Rows data) {
    if (data.rows().isEmpty()) {
      return empty(data.noData());
    }
    DefaultCategoryDataset dataset = new DefaultCategoryDataset();
    for (int i = 0; i < data.rows().size(); i++) {
      dataset.addValue(0, "", Integer.valueOf(i));
    }
    CategoryAxis domain = new CategoryAxis();
    quiet(domain);
    domain.setVisible(false);
    NumberAxis range = new FixedTicks(data.ticks());
    range.setRange(0, data.end());
    range.setAxisLineVisible(false);
    range.setTickMarksVisible(false);
    range.setTickLabelFont(Ink.SMALL);
    range.setTickLabelPaint(Palette.SECONDARY.color());
    range.setVisible(!data.ticks().isEmpty());
    CategoryPlot plot =
        new CategoryPlot(dataset, domain, range, new RowRenderer(data.rows(), data.reference()));
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    quiet(plot);
    plot.setRangeGridlinesVisible(!data.ticks().isEmpty());
    data.reference()
        .ifPresent(
            reference -> plot.addRangeMarker(marker(reference, data.end()), Layer.BACKGROUND));
    int row =
        data.rows().stream().mapToInt(RowRenderer::height).max().orElse(RowRenderer.ROW)
            + (data.rows().stream().map(Row::below).anyMatch(b -> b.isPresent())
                ? RowRenderer.BELOW
                : 0);
    int height =
        data.rows().size() * row
            + (data.ticks().isEmpty() ? 0 : AXIS)
            + (data.reference().isPresent() ? REFERENCE : 0);
    if (data.reference().isPresent()) {
      domain.setLowerMargin((double) REFERENCE / (data.rows().size() * row + REFERENCE));
    }
    return chart(plot, height);
  }

  private static ValueMarker marker(Reference reference, double end) {
    ValueMarker marker =
        new ValueMarker(reference.value(), Palette.SECONDARY.color(), Ink.HAIRLINE);
    marker.setLabel(reference.label());
    marker.setLabelFont(Ink.SMALL);
    marker.setLabelPaint(Palette.SECONDARY.color());
    marker.setLabelBackgroundColor(Palette.GROUND.color());
    boolean right = reference.value() > end / 2;
    marker.setLabelAnchor(right ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
    marker.setLabelTextAnchor(right ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
    marker.setLabelOffset(new RectangleInsets(0, 4, 0, 4));
    return marker;
  }

  private static Chart empty(String words) {
    CategoryPlot plot =
        new CategoryPlot(new DefaultCategoryDataset(), new CategoryAxis(), new NumberAxis(), null);
    plot.getDomainAxis().setVisible(false);
    plot.getRangeAxis().setVisible(false);
    quiet(plot);
    plot.setNoDataMessage(words);
    plot.setNoDataMessageFont(Ink.BODY);
    plot.setNoDataMessagePaint(Palette.SECONDARY.color());
    return chart(plot, 72);
  }

  private static void quiet(CategoryAxis axis) {
    axis.setLowerMargin(0);
    axis.setUpperMargin(0);
    axis.setCategoryMargin(0);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setTickLabelFont(Ink.SMALL);
    axis.setTickLabelPaint(Palette.SECONDARY.color());
  }

  private static void quiet(CategoryPlot plot) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(NONE);
    plot.setAxisOffset(NONE);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Palette.HAIRLINE.color());
    plot.setRangeGridlineStroke(Ink.HAIRLINE);
  }

  private static Chart chart(Plot plot, int height) {
    plot.setInsets(NONE);
    plot.setOutlineVisible(false);
    JFreeChart chart = new JFreeChart(null, Ink.BODY, plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(Chart.PADDING);
    return new Chart(chart, WIDTH, height);
  }

  /** An axis whose ticks are given with their labels in the reader's language. */
  private static final class FixedTicks extends NumberAxis {
    private static final long serialVersionUID = 1L;

    private final transient List<Tick> ticks;

    FixedTicks(List<Tick> ticks) {
      this.ticks = ticks;
      setNumberFormatOverride(NumberFormat.getIntegerInstance());
    }

    private TextAnchor anchor(double value) {
      if (value == getLowerBound()) {
        return TextAnchor.TOP_LEFT;
      }
      return value >= getUpperBound() * 0.98 ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_CENTER;
    }

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
                      tick.value(), tick.label(), anchor(tick.value()), TextAnchor.CENTER, 0))
          .toList();
    }
  }
}
