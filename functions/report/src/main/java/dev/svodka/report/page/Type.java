package dev.svodka.report.page;

import java.util.Locale;

/**
 * What a cell or a column holds, for files that know types.
 *
 * @param currency of money; empty else
 */
public record Type(Kind kind, String currency) {
  /** Shares are 0..1, durations as the kind says. */
  public enum Kind {
    TEXT,
    DAY,
    COUNT,
    NUMBER,
    SHARE,
    MONEY,
    HOURS,
    DAYS
  }

  static final Type TEXT = new Type(Kind.TEXT, "");
  static final Type DAY = new Type(Kind.DAY, "");
  static final Type COUNT = new Type(Kind.COUNT, "");
  static final Type NUMBER = new Type(Kind.NUMBER, "");
  static final Type SHARE = new Type(Kind.SHARE, "");

  static Type money(String currency) {
    return new Type(Kind.MONEY, currency);
  }

  /** Of a figure by its unit in {@code kpis.json}. */
  static Type of(String unit, String currency) {
    return switch (unit) {
      case "count" -> COUNT;
      case "ratio" -> SHARE;
      case "hours" -> new Type(Kind.HOURS, "");
      case "days" -> new Type(Kind.DAYS, "");
      case "money" -> money(currency);
      default -> NUMBER;
    };
  }

  /** As JSON has it: {@code money}. */
  String tag() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
