package dev.svodka.kpi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One file of SQL: header comments, {@code -- key: value} among them, and statements.
 *
 * @param name path below the resource root; of a company's own file, its path
 */
record SqlFile(String name, String text) {
  private static final Pattern LAST_SEMICOLON = Pattern.compile(";\\s*(--[^\\n]*\\s*)*$");

  /** {@code key: value} lines of the header. */
  Map<String, String> header() {
    Map<String, String> header = new LinkedHashMap<>();
    for (String line : text.lines().takeWhile(l -> l.startsWith("--")).toList()) {
      int colon = line.indexOf(": ");
      if (colon > 3) {
        header.putIfAbsent(line.substring(3, colon), line.substring(colon + 2).strip());
      }
    }
    return header;
  }

  /** Line of a header's key, from 1; 1 where it is not there. */
  int lineOf(String key) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size() && lines.get(i).startsWith("--"); i++) {
      if (lines.get(i).startsWith("-- " + key + ":")) {
        return i + 1;
      }
    }
    return 1;
  }

  /** How many lines of comments stand above the SQL. */
  int headerLines() {
    return (int) text.lines().takeWhile(l -> l.startsWith("--") || l.isBlank()).count();
  }

  /** The SQL below the header. */
  String body() {
    return text.lines().skip(headerLines()).collect(Collectors.joining("\n"));
  }

  /** The statements, each ended by a semicolon at a line's end. */
  List<String> statements() {
    return Arrays.stream(text.split(";\\s*\\n")).filter(s -> !s.isBlank()).toList();
  }

  /** The one statement of a model, KPI or invariant file, without a semicolon that ends it. */
  String statement() {
    return LAST_SEMICOLON.matcher(text).replaceFirst("");
  }
}
