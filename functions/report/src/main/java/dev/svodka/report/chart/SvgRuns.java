package dev.svodka.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Neighbours in an SVG that are clipped or styled alike say so once, on a group around them: a
 * quarter of all bytes. Both properties hold for a group's members as if they stood on each.
 */
final class SvgRuns {
  private static final Pattern LEAF =
      Pattern.compile("<(?:rect|line|ellipse|path|circle)\\b[^>]*/>|<text\\b[^>]*>[^<]*</text>");
  private static final Pattern CLIP = Pattern.compile(" clip-path='[^']*'");
  private static final Pattern STYLE = Pattern.compile(" style='[^']*'");

  private SvgRuns() {}

  static String joined(String svg) {
    StringBuilder out = new StringBuilder(svg.length());
    List<String> run = new ArrayList<>();
    int end = 0;
    Matcher leaf = LEAF.matcher(svg);
    while (leaf.find()) {
      if (leaf.start() != end) {
        out.append(grouped(run)).append(svg, end, leaf.start());
        run.clear();
      }
      run.add(leaf.group());
      end = leaf.end();
    }
    return out.append(grouped(run)).append(svg, end, svg.length()).toString();
  }

  private static String grouped(List<String> leaves) {
    return grouped(leaves, CLIP, alike -> grouped(alike, STYLE, each -> String.join("", each)));
  }

  private static String grouped(
      List<String> leaves, Pattern attribute, Function<List<String>, String> within) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (from < leaves.size()) {
      String said = said(leaves.get(from), attribute);
      int to = from + 1;
      while (to < leaves.size() && said(leaves.get(to), attribute).equals(said)) {
        to++;
      }
      List<String> alike = leaves.subList(from, to);
      if (said.isEmpty() || alike.size() == 1) {
        out.append(within.apply(alike));
      } else {
        List<String> bare =
            alike.stream().map(leaf -> attribute.matcher(leaf).replaceFirst("")).toList();
        out.append("<g").append(said).append('>').append(within.apply(bare)).append("</g>");
      }
      from = to;
    }
    return out.toString();
  }

  /** In the tag: a label may hold anything. */
  private static String said(String leaf, Pattern attribute) {
    Matcher found = attribute.matcher(leaf).region(0, leaf.indexOf('>'));
    return found.find() ? found.group() : "";
  }
}
