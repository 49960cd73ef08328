package dev.svodka.kpi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One file of SQL: header comments, {@code -- key: value} among them, and statements.
 *
 * @param name path below the resource root
 */
record SqlFile(String name, String text) {
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

  /** The statements, each ended by a semicolon at a line's end. */
  List<String> statements() {
    return Arrays.stream(text.split(";\\s*\\n")).filter(s -> !s.isBlank()).toList();
  }

  /** The one statement of a model, KPI or invariant file. */
  String statement() {
    return text;
  }
}
