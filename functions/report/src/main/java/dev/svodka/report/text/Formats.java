package dev.svodka.report.text;

import dev.svodka.core.business.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers, shares, money, durations and dates as the reader's language writes them, with narrow
 * no-break spaces, in the business's zone.
 */
public final class Formats {
  /** Narrow no-break space. */
  public static final String NNBSP = "\u202f";

  private static final String NBSP = "\u00a0";
  private static final String MINUS = "\u2212";
  private static final String DASH = "\u2013";

  private final Language language;
  private final ZoneId zone;
  private final Texts texts;

  public Formats(Texts texts, ZoneId zone) {
    this.texts = texts;
    this.language = texts.language();
    this.zone = zone;
  }

  public String count(long value) {
    return grouped(BigDecimal.valueOf(value));
  }

  public String count(BigDecimal value) {
    return grouped(value.setScale(0, RoundingMode.HALF_EVEN));
  }

  /** A change with its sign: {@code +6}, {@code −3}, {@code 0}. */
  public String signed(long value) {
    return value > 0 ? "+" + count(value) : count(value);
  }

  /** {@code 32 %}, below 10 % with one decimal; English without the space. */
  public String share(double ratio) {
    double percent = ratio * 100;
    int scale = percent != 0 && Math.abs(percent) < 9.95 && percent > -9.95 ? 1 : 0;
    return number(percent, scale) + percentSign();
  }

  /** {@code 26–40 %}. */
  public String shares(double low, double high) {
    return number(low * 100, 0) + DASH + number(high * 100, 0) + percentSign();
  }

  /** All decimals that the figure has: {@code 63,15 %}. */
  public String fullShare(BigDecimal ratio) {
    return grouped(ratio.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN)) + percentSign();
  }

  /** A difference of two ratios in percentage points. */
  public String points(double difference) {
    String text = number(difference * 100, Math.abs(difference) < 0.0995 ? 1 : 0);
    return (difference > 0 ? "+" : "") + text + NBSP + texts.get("unit.points");
  }

  public String money(BigDecimal value, String currency) {
    BigDecimal amount =
        value.stripTrailingZeros().scale() <= 0
            ? value.setScale(0)
            : value.setScale(2, RoundingMode.HALF_EVEN);
    return signed(amount, "", currency);
  }

  /** Two significant digits, or all before the point: {@code 1,2 млн ₽}. */
  public String briefMoney(BigDecimal value, String currency) {
    Scale scale = Scale.of(value);
    String unit = scale == Scale.ONE ? "" : texts.get(scale.key());
    BigDecimal brief = scale.brief(value);
    boolean whole = brief.stripTrailingZeros().scale() <= 0;
    return signed(whole ? brief.setScale(0) : brief, unit, currency);
  }

  /** The same without its unit, which is told once by {@link #moneyUnit}. */
  public String brief(BigDecimal value, Scale scale) {
    return grouped(scale.brief(value));
  }

  /** {@code млн ₽}. */
  public String moneyUnit(Scale scale, String currency) {
    String unit = scale == Scale.ONE ? "" : texts.get(scale.key());
    return switch (language) {
      case RU -> (unit.isEmpty() ? "" : unit + NBSP) + sign(currency);
      case EN -> sign(currency) + unit;
    };
  }

  private String signed(BigDecimal amount, String unit, String currency) {
    String sign = sign(currency);
    return switch (language) {
      case RU -> grouped(amount) + (unit.isEmpty() ? "" : NBSP + unit) + NBSP + sign;
      case EN ->
          (amount.signum() < 0 ? MINUS : "")
              + sign
              + (sign.length() > 1 ? NBSP : "")
              + grouped(amount.abs())
              + unit;
    };
  }

  /** {@code ₽}; the code itself where it has no sign of its own. */
  public String sign(String currency) {
    return switch (currency) {
      case "RUB" -> "₽";
      case "USD" -> "$";
      case "EUR" -> "€";
      case "KZT" -> "₸";
      default -> currency;
    };
  }

  /** Two units at most: {@code 2 д 4 ч}, {@code 35 мин}. */
  public String hours(double hours) {
    long minutes = Math.round(hours * 60);
    long abs = Math.abs(minutes);
    String sign = minutes < 0 ? MINUS : "";
    if (abs < 60) {
      return sign + unit(abs, "unit.minutes");
    }
    if (abs < 24 * 60) {
      return sign + pair(abs / 60, "unit.hours", abs % 60, "unit.minutes");
    }
    long wholeHours = Math.round(abs / 60.0);
    long days = wholeHours / 24;
    return sign
        + (days < 10
            ? pair(days, "unit.days", wholeHours % 24, "unit.hours")
            : unit(Math.round(abs / 1440.0), "unit.days"));
  }

  /** Time on the working clock, in hours alone: its days are not of 24. {@code 9 раб. ч}. */
  public String workingHours(double hours) {
    long minutes = Math.round(hours * 60);
    return Math.abs(minutes) < 60
        ? unit(minutes, "unit.working-minutes")
        : number(hours, Math.abs(hours) < 9.95 && minutes % 60 != 0 ? 1 : 0)
            + NNBSP
            + texts.get("unit.working-hours");
  }

  public String day(LocalDate date) {
    return switch (language) {
      case RU -> date.getDayOfMonth() + NBSP + month(date, "MMMM");
      case EN -> date.getDayOfMonth() + NBSP + month(date, "MMM");
    };
  }

  public String dayWithYear(LocalDate date) {
    return day(date) + " " + date.getYear();
  }

  /** For tables: {@code 23.11.2026} or {@code 23 Nov 2026}. */
  public String shortDayWithYear(LocalDate date) {
    return switch (language) {
      case RU -> shortDay(date) + "." + date.getYear();
      case EN -> shortDay(date) + NBSP + date.getYear();
    };
  }

  /** For an axis: {@code 23.11} or {@code 23 Nov}. */
  public String shortDay(LocalDate date) {
    return switch (language) {
      case RU -> "%02d.%02d".formatted(date.getDayOfMonth(), date.getMonthValue());
      case EN -> date.getDayOfMonth() + NBSP + month(date, "MMM");
    };
  }

  /** {@code 16–22 ноября}, {@code 30 ноября – 6 декабря}; both ends included. */
  public String days(LocalDate first, LocalDate last) {
    if (first.getYear() != last.getYear()) {
      return dayWithYear(first) + " " + DASH + " " + dayWithYear(last);
    }
    if (first.getMonth() == last.getMonth()) {
      return first.getDayOfMonth() + DASH + day(last);
    }
    return day(first) + " " + DASH + " " + day(last);
  }

  /** For an axis: {@code нояб.}, {@code Nov}. */
  public String shortMonth(LocalDate date) {
    return month(date, "LLL");
  }

  /** {@code октябрь 2026}. */
  public String monthName(LocalDate date) {
    return DateTimeFormatter.ofPattern("LLLL yyyy", language.locale()).format(date);
  }

  public String moment(Instant instant) {
    var local = instant.atZone(zone);
    String time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(local);
    return dayWithYear(local.toLocalDate()) + ", " + time;
  }

  public String number(double value, int scale) {
    return grouped(BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_EVEN));
  }

  private String month(LocalDate date, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, language.locale()).format(date);
  }

  private String percentSign() {
    return language == Language.RU ? NNBSP + "%" : "%";
  }

  private String pair(long large, String largeUnit, long small, String smallUnit) {
    return small == 0
        ? unit(large, largeUnit)
        : unit(large, largeUnit) + " " + unit(small, smallUnit);
  }

  private String unit(long value, String key) {
    return count(value) + NNBSP + texts.get(key);
  }

  private String grouped(BigDecimal value) {
    String plain = value.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    StringBuilder text = new StringBuilder();
    String separator = language == Language.RU ? NNBSP : ",";
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        text.append(separator);
      }
      text.append(whole.charAt(i));
    }
    if (point >= 0) {
      text.append(language == Language.RU ? ',' : '.').append(plain, point + 1, plain.length());
    }
    return (value.signum() < 0 ? MINUS : "") + text;
  }
}
