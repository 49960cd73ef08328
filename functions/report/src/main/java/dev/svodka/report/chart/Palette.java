package dev.svodka.report.chart;

import java.awt.Color;
import java.util.Locale;

/**
 * The colours of charts and pages. Each has a CSS name by which a page in dark mode replaces it.
 */
enum Palette {
  GROUND("#ffffff"),
  TEXT("#1b1f24"),
  SECONDARY("#5b6570"),
  HAIRLINE("#e3e6ea"),
  ACCENT("#1f5fa8"),
  BEFORE("#aab3bd"),
  /** A lighter step of the accent, on which an interval can be read. */
  ACCENT_SOFT("#b9d0ea"),
  WAITING("#c77700"),
  OVERDUE("#b3261e"),
  BETTER("#2e7d32");

  private final Color color;

  Palette(String hex) {
    this.color = Color.decode(hex);
  }

  Color color() {
    return color;
  }

  /** {@code --accent-soft}. */
  String cssName() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code rgb(31,95,168)}, as JFreeSVG writes it. */
  String rgb() {
    return "rgb(%d,%d,%d)".formatted(color.getRed(), color.getGreen(), color.getBlue());
  }
}
