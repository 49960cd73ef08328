package dev.svodka.source.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * One text as a date, by its shape alone: {@code 2017-03-01}, {@code 01.03.2017}, {@code 3/1/2017},
 * each with or without {@code 13:42[:22[.688]] [PM] [Z|+02:00]}, or seconds or milliseconds since
 * 1970. Written by hand since it is run on every row: a pattern costs some ten times as much.
 */
final class DateShape {
  private static final int MIN_YEAR = 1900;
  private static final int BAD = -1;

  private final String text;
  private int position;
  private int digits;

  private int first;
  private int second;
  private int third;
  private int firstDigits;
  private int thirdDigits;
  private char separator;
  private final boolean dated;

  DateShape(String text) {
    this.text = text;
    this.dated = readDate();
  }

  boolean digitsOnly() {
    return digits == text.length() && digits > 0;
  }

  /** Whether it is a date in which the day or the month may stand first. */
  boolean ordered() {
    return dated && thirdDigits == 4 && separator != '.';
  }

  /** Of an {@link #ordered} one: the day cannot stand second. */
  boolean dayFirstOnly() {
    return first > 12;
  }

  /** Of an {@link #ordered} one: the day cannot stand first. */
  boolean monthFirstOnly() {
    return second > 12;
  }

  /** Of an {@link #ordered} one: it reads the same both ways. */
  boolean sameBothWays() {
    return first == second;
  }

  /** Seconds where it has 9 or 10 digits, milliseconds where it has 12 or 13. */
  long epochMillis() {
    return switch (digits) {
      case 9, 10 -> Long.parseLong(text) * 1_000;
      case 12, 13 -> Long.parseLong(text);
      default -> Moments.NONE;
    };
  }

  long millis(ZoneId zone, boolean monthFirst) {
    if (!dated) {
      return Moments.NONE;
    }
    boolean yearFirst = firstDigits == 4;
    boolean month = separator != '.' && monthFirst;
    int year = yearFirst ? first : third;
    if (year < MIN_YEAR) {
      return Moments.NONE;
    }
    try {
      LocalDate day =
          yearFirst
              ? LocalDate.of(year, second, third)
              : LocalDate.of(year, month ? first : second, month ? second : first);
      return time(day, zone);
    } catch (DateTimeException e) {
      return Moments.NONE;
    }
  }

  private boolean readDate() {
    first = number(4);
    firstDigits = digits;
    if (first == BAD || position == text.length()) {
      skipDigits();
      return false;
    }
    separator = text.charAt(position++);
    if (separator != '-' && separator != '.' && separator != '/') {
      skipDigits();
      return false;
    }
    second = number(2);
    if (second == BAD || !next(separator)) {
      return false;
    }
    third = number(4);
    thirdDigits = digits;
    return firstDigits == 4 ? digits == 1 || digits == 2 : firstDigits <= 2 && digits == 4;
  }

  private long time(LocalDate day, ZoneId zone) {
    if (position == text.length()) {
      return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
    if (!next('T') && !next('t') && !next(' ')) {
      return Moments.NONE;
    }
    int hour = number(2);
    if (hour == BAD || !next(':')) {
      return Moments.NONE;
    }
    int minute = number(2);
    if (minute == BAD || digits != 2) {
      return Moments.NONE;
    }
    int secondOfMinute = 0;
    int nanos = 0;
    if (next(':')) {
      secondOfMinute = number(2);
      if (secondOfMinute == BAD || digits != 2) {
        return Moments.NONE;
      }
      if (next('.') || next(',')) {
        nanos = nanos();
        if (nanos == BAD) {
          return Moments.NONE;
        }
      }
    }
    next(' ');
    hour = halfDay(hour);
    LocalDateTime local = LocalDateTime.of(day, LocalTime.of(hour, minute, secondOfMinute, nanos));
    if (position == text.length()) {
      return local.atZone(zone).toInstant().toEpochMilli();
    }
    ZoneOffset offset = offset();
    return position == text.length() ? local.toInstant(offset).toEpochMilli() : Moments.NONE;
  }

  /** The hour of the whole day where AM or PM follows. */
  private int halfDay(int hour) {
    boolean morning = text.regionMatches(true, position, "AM", 0, 2);
    if (!morning && !text.regionMatches(true, position, "PM", 0, 2)) {
      return hour;
    }
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("no hour of a half day");
    }
    position += 2;
    next(' ');
    return hour % 12 + (morning ? 0 : 12);
  }

  /** {@code Z}, {@code UTC}, {@code +02}, {@code +0200} or {@code +02:00}. */
  private ZoneOffset offset() {
    if (next('Z') || next('z')) {
      return ZoneOffset.UTC;
    }
    if (text.startsWith("UTC", position)) {
      position += 3;
      return ZoneOffset.UTC;
    }
    int sign = next('-') ? -1 : next('+') ? 1 : 0;
    int hours = number(2);
    if (sign == 0 || hours == BAD || digits != 2) {
      throw new DateTimeException("no offset");
    }
    boolean colon = next(':');
    int minutes = number(2);
    if (minutes == BAD ? colon : digits != 2) {
      throw new DateTimeException("no offset");
    }
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * Math.max(minutes, 0));
  }

  /** A number of at most so many digits; {@link #BAD} where there is none. */
  private int number(int atMost) {
    int value = 0;
    digits = 0;
    while (position < text.length() && digits < atMost && digit(text.charAt(position))) {
      value = value * 10 + text.charAt(position) - '0';
      position++;
      digits++;
    }
    return digits == 0 ? BAD : value;
  }

  private int nanos() {
    int value = number(9);
    for (int i = digits; i < 9; i++) {
      value *= 10;
    }
    return value < 0 ? BAD : value;
  }

  private void skipDigits() {
    digits = 0;
    while (digits < text.length() && digit(text.charAt(digits))) {
      digits++;
    }
  }

  private boolean next(char c) {
    if (position < text.length() && text.charAt(position) == c) {
      position++;
      return true;
    }
    return false;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
