package dev.svodka.report.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Strokes, hatching and text that fits: what the renderers draw with. */
final class Ink {
  static final BasicStroke HAIRLINE = new BasicStroke(1f);
  static final BasicStroke LINE =
      new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  static final Font BODY = ChartFonts.regular(13f);
  static final Font STRONG = ChartFonts.semiBold(13f);
  static final Font SMALL = ChartFonts.regular(12f);

  private static final double HATCH = 5;

  private Ink() {}

  static void fill(Graphics2D g2, Rectangle2D bar, ChartData.Tone tone) {
    switch (tone) {
      case THIS -> fill(g2, bar, Palette.ACCENT);
      case BEFORE -> fill(g2, bar, Palette.BEFORE);
      case UNFINISHED -> hatch(g2, bar);
      case OVERDUE -> fill(g2, bar, Palette.OVERDUE);
      case WAITING -> fill(g2, bar, Palette.WAITING);
    }
  }

  static void fill(Graphics2D g2, Rectangle2D bar, Palette paint) {
    g2.setPaint(paint.color());
    g2.fill(bar);
  }

  /** By lines, not by a texture: JFreeSVG leaves a TexturePaint out. */
  private static void hatch(Graphics2D g2, Rectangle2D bar) {
    fill(g2, bar, Palette.GROUND);
    Shape clip = g2.getClip();
    g2.setStroke(HAIRLINE);
    g2.setPaint(Palette.BEFORE.color());
    g2.clip(bar);
    Path2D lines = new Path2D.Double();
    for (double x = bar.getMinX() - bar.getHeight(); x < bar.getMaxX(); x += HATCH) {
      lines.moveTo(x, bar.getMaxY());
      lines.lineTo(x + bar.getHeight(), bar.getMinY());
    }
    g2.draw(lines);
    g2.setClip(clip);
    g2.setPaint(Palette.SECONDARY.color());
    g2.draw(bar);
  }

  static double width(Graphics2D g2, Font font, String text) {
    return g2.getFontMetrics(font).getStringBounds(text, g2).getWidth();
  }

  /** The text, or as much of it as fits with an ellipsis. */
  static String fit(Graphics2D g2, Font font, String text, double room) {
    FontMetrics metrics = g2.getFontMetrics(font);
    if (metrics.getStringBounds(text, g2).getWidth() <= room) {
      return text;
    }
    int end = text.length();
    while (end > 0 && metrics.getStringBounds(text.substring(0, end) + "…", g2).getWidth() > room) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).strip() + "…";
  }

  static void text(Graphics2D g2, Font font, Palette paint, String text, double x, double y) {
    g2.setFont(font);
    g2.setPaint(paint.color());
    g2.drawString(text, (float) x, (float) y);
  }
}
