package dev.svodka.report.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;

/** Thousands, millions and milliards, in which large money is read at a glance. */
public enum Scale {
  BILLION(9, 9),
  MILLION(6, 6),
  THOUSAND(3, 4),
  ONE(0, 0);

  private final int digits;
  private final int from;

  Scale(int digits, int from) {
    this.digits = digits;
    this.from = from;
  }

  /** The one in which the greatest of some values has at most four digits before the point. */
  public static Scale of(BigDecimal greatest) {
    return Arrays.stream(values())
        .filter(scale -> greatest.abs().compareTo(BigDecimal.ONE.movePointRight(scale.from)) >= 0)
        .findFirst()
        .orElse(ONE);
  }

  /** Two significant digits, or all before the point where these are more. */
  BigDecimal brief(BigDecimal value) {
    BigDecimal scaled = value.movePointLeft(digits);
    boolean whole =
        this == ONE || value.signum() == 0 || scaled.abs().compareTo(new BigDecimal("9.95")) >= 0;
    return scaled.setScale(whole ? 0 : 1, RoundingMode.HALF_EVEN);
  }

  String key() {
    return "scale." + name().toLowerCase(Locale.ROOT);
  }
}
