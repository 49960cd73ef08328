package dev.svodka.lake;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in the lake: {@code lake/<account>/day=YYYY-MM-DD/part-NNNNN.arrow}, the day in UTC on
 * which the events were stored.
 */
public final class LakeKeys {
  /** Files that export writes; imports name theirs otherwise, so that they share a day in peace. */
  public static final String PART = "part";

  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Pattern SERIES = Pattern.compile("[a-z0-9-]{1,60}");
  private static final Pattern DAY = Pattern.compile("/day=(\\d{4}-\\d{2}-\\d{2})/");

  private LakeKeys() {}

  /** Begins the keys of all the account's files. */
  public static String account(String account) {
    return "lake/" + checked(ACCOUNT, account, "account") + '/';
  }

  /** Begins the keys of one day's files. */
  public static String day(String account, LocalDate day) {
    return account(account) + "day=" + day + '/';
  }

  /** Begins the keys of one day's files of one series. */
  public static String series(String account, LocalDate day, String series) {
    return day(account, day) + checked(SERIES, series, "series") + '-';
  }

  public static String file(String account, LocalDate day, String series, int number) {
    return "%s%05d.arrow".formatted(series(account, day, series), number);
  }

  /** The day of a key; empty for what is no file of the lake. */
  public static Optional<LocalDate> dayOf(String key) {
    Matcher matcher = DAY.matcher(key);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(matcher.group(1)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String checked(Pattern pattern, String value, String what) {
    if (!pattern.matcher(value).matches()) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID, "the %s must match %s".formatted(what, pattern));
    }
    return value;
  }
}
