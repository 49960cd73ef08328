package dev.svodka.report.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/** A drawn chart of a size in CSS pixels. */
public final class Chart {
  /** To the right, room for half of the last period's label, which may be wider than its bar. */
  static final RectangleInsets PADDING = new RectangleInsets(0, 2, 0, 12);

  private static final int MARGIN = 16;
  private static final int SCALE = 2;

  private final JFreeChart chart;
  private final int width;
  private final int height;

  Chart(JFreeChart chart, int width, int height) {
    this.chart = chart;
    this.width = width;
    this.height = height;
  }

  /**
   * For a page: no title of its own, colours that follow the page's light or dark ground.
   *
   * @param id unique on the page
   */
  public String inlineSvg(String id, String title, String description) {
    return SvgText.forPage(svg(id, width, height), id, title, description);
  }

  /** A file of its own, with title, subtitle and ground; text stays text. */
  public String svgFile(String id, String title, String subtitle, String description) {
    return withTitles(
        title,
        subtitle,
        size -> SvgText.forFile(svg(id, size[0], size[1]), id, title, description));
  }

  /** A picture at twice its size, for mail and messengers. */
  public byte[] png(String title, String subtitle) {
    return withTitles(title, subtitle, size -> png(size[0], size[1]));
  }

  private <T> T withTitles(
      String title, String subtitle, java.util.function.Function<int[], T> draw) {
    TextTitle head = title(title, true);
    TextTitle sub = title(subtitle, false);
    chart.setTitle(head);
    chart.addSubtitle(sub);
    chart.setBackgroundPaint(Palette.GROUND.color());
    chart.setPadding(new RectangleInsets(MARGIN, MARGIN, MARGIN, MARGIN));
    try {
      int titles = (int) Math.ceil(height(head) + height(sub));
      return draw.apply(new int[] {width + 2 * MARGIN, height + titles + 2 * MARGIN});
    } finally {
      chart.removeSubtitle(sub);
      chart.setTitle((TextTitle) null);
      chart.setBackgroundPaint(null);
      chart.setPadding(PADDING);
    }
  }

  private static TextTitle title(String text, boolean head) {
    TextTitle title = new TextTitle(text, head ? ChartFonts.semiBold(16f) : Ink.SMALL);
    title.setPaint((head ? Palette.TEXT : Palette.SECONDARY).color());
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setPadding(new RectangleInsets(0, 0, head ? 4 : 12, 0));
    title.setMargin(new RectangleInsets(0, 0, 0, 0));
    return title;
  }

  private double height(TextTitle title) {
    Graphics2D g2 = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      return title
          .arrange(
              g2,
              new org.jfree.chart.block.RectangleConstraint(
                  new org.jfree.data.Range(0, width), new org.jfree.data.Range(0, 400)))
          .getHeight();
    } finally {
      g2.dispose();
    }
  }

  private String svg(String id, int wide, int high) {
    SVGGraphics2D g2 = new SVGGraphics2D(wide, high);
    g2.setDefsKeyPrefix(id + "-");
    g2.setFontFunction(SvgText::family);
    g2.setGeomDoubleConverter(SvgText::rounded);
    g2.setTransformDoubleConverter(SvgText::rounded);
    chart.draw(g2, new Rectangle2D.Double(0, 0, wide, high));
    return g2.getSVGElement(id, false, new ViewBox(0, 0, wide, high), null, null);
  }

  private byte[] png(int wide, int high) {
    BufferedImage image = new BufferedImage(wide * SCALE, high * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g2.scale(SCALE, SCALE);
    g2.setPaint(Palette.GROUND.color());
    g2.fillRect(0, 0, wide, high);
    chart.draw(g2, new Rectangle2D.Double(0, 0, wide, high));
    g2.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
