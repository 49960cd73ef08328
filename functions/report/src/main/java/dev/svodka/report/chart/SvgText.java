package dev.svodka.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What JFreeSVG writes, made accessible, smaller, and ready for a dark page. */
final class SvgText {
  private static final String SANS = "Inter,'Segoe UI',Roboto,Arial,sans-serif";
  private static final Pattern STYLE = Pattern.compile("style='([^']*)'");
  private static final Pattern SIZE =
      Pattern.compile("viewBox='[\\d.]+ [\\d.]+ ([\\d.]+) ([\\d.]+)'");

  /** The clip that JFreeChart sets to its own bounds, from the corner at zero. */
  private static final Pattern WHOLE =
      Pattern.compile(
          "<clipPath id='([^']*-clip-0)'><path d='M0,0L[\\d.]+,0L[\\d.,]+L0,[\\d.]+L0,0Z'/></clipPath>");

  private static final Pattern BLANK = Pattern.compile("<text[^>]*>\\s*</text>");
  private static final Pattern ALONE = Pattern.compile("<g>(<text[^>]*>[^<]*</text>)</g>");

  /** A line has no corners to join. */
  private static final Pattern CORNER = Pattern.compile("(<line\\b[^>]*?);stroke-linejoin:\\w+");

  private SvgText() {}

  /** JFreeSVG writes the family; the weight of the semi-bold cut is a property of its own. */
  static String family(String family) {
    return family.endsWith("SemiBold") ? "X;font-weight:600" : "X";
  }

  /** A tenth of a pixel; each decimal more is some two per cent of a page. */
  static String rounded(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  static String forPage(String svg, String id, String title, String description) {
    String colours = slim(styles(svg, true));
    return described(colours, id, title, description, "");
  }

  static String forFile(String svg, String id, String title, String description) {
    Matcher size = SIZE.matcher(svg);
    String dimensions =
        size.find() ? " width='%s' height='%s'".formatted(size.group(1), size.group(2)) : "";
    return "<?xml version='1.0' encoding='UTF-8'?>\n"
        + described(
            slim(styles(svg, false)),
            id,
            title,
            description,
            dimensions + " font-family=\"" + SANS + "\"");
  }

  /** Without the clip to the whole picture, blank texts, groups of one, and what is said twice. */
  private static String slim(String svg) {
    Matcher whole = WHOLE.matcher(svg);
    String unclipped =
        whole.find()
            ? svg.replace(" clip-path='url(#%s)'".formatted(whole.group(1)), "")
                .replace(whole.group(), "")
            : svg;
    String lean =
        ALONE
            .matcher(BLANK.matcher(unclipped).replaceAll(""))
            .replaceAll("$1")
            .replace("<g></g>", "")
            .replace(";stroke-miterlimit:10;shape-rendering:geometricPrecision", "");
    return SvgRuns.joined(CORNER.matcher(lean).replaceAll("$1"));
  }

  /** A picture that says nothing to a screen reader. */
  static String ornament(String svg) {
    // nothing is drawn beyond its edges, and the clip's id would be another one in each run
    return slim(styles(svg, true))
        .replaceFirst("<defs>.*?</defs>", "")
        .replaceAll(" clip-path='[^']*'", "")
        .replaceFirst("<svg", "<svg aria-hidden='true'")
        .replace(" xmlns:xlink='http://www.w3.org/1999/xlink'", "")
        .replace(" xmlns:jfreesvg='http://www.jfree.org/jfreesvg/svg'", "");
  }

  private static String described(
      String svg, String id, String title, String description, String attributes) {
    String head = "<svg role='img' aria-labelledby='%s-t %s-d'%s".formatted(id, id, attributes);
    int end = svg.indexOf('>') + 1;
    String open =
        svg.substring(0, end)
            .replace("<svg", head)
            .replace(" xmlns:xlink='http://www.w3.org/1999/xlink'", "")
            .replace(" xmlns:jfreesvg='http://www.jfree.org/jfreesvg/svg'", "");
    return open
        + "<title id='%s-t'>%s</title><desc id='%s-d'>%s</desc>"
            .formatted(id, escape(title), id, escape(description))
        + svg.substring(end);
  }

  /** Only inside style attributes: a label may hold anything, but never a bare apostrophe. */
  private static String styles(String svg, boolean page) {
    return STYLE
        .matcher(svg)
        .replaceAll(
            match -> {
              String style =
                  match
                      .group(1)
                      .replace("fill-opacity: 1.0;", "")
                      .replace("fill-opacity:1.0", "")
                      .replace("stroke-opacity:1.0", "")
                      .replace("font-family: X;", "")
                      .replaceAll("\\s*([:;])\\s*", "$1")
                      .replaceAll(";{2,}", ";")
                      .replaceAll(";$", "");
              if (page) {
                for (Palette colour : Palette.values()) {
                  style = style.replace(colour.rgb(), "var(%s)".formatted(colour.cssName()));
                }
              }
              return Matcher.quoteReplacement("style='" + style + "'");
            });
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
