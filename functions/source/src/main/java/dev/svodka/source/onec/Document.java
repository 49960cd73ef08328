package dev.svodka.source.onec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One document of a file: what it tells, by the names that the file uses, in their order. */
public final class Document {
  /** A document that tells more is no document. */
  static final int MAX_VALUES = 300;

  static final int MAX_CHARS = 8_192;

  private final long line;
  private final Map<String, String> values = new LinkedHashMap<>();
  private String problem = "";

  Document(long line) {
    this.line = line;
  }

  /** Physical line, from 1, on which it begins. */
  public long line() {
    return line;
  }

  /** What is wrong with it as a whole, in plain words and without a value; empty where nothing. */
  public String problem() {
    return problem;
  }

  /** All that it tells. */
  public Map<String, String> values() {
    return Collections.unmodifiableMap(values);
  }

  /** What it tells under this name; empty where nothing. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  void put(String name, String value) {
    if (value.length() > MAX_CHARS) {
      wrong("a value of the document is longer than " + MAX_CHARS + " characters");
    } else if (value.indexOf('\0') >= 0 || name.indexOf('\0') >= 0) {
      wrong("the document holds a NUL character");
    } else if (values.size() >= MAX_VALUES && !values.containsKey(name)) {
      wrong("the document tells more than " + MAX_VALUES + " values");
    } else {
      values.put(name, value);
    }
  }

  void wrong(String what) {
    problem = problem.isEmpty() ? what : problem;
  }
}
