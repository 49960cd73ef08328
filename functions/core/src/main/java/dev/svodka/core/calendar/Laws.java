package dev.svodka.core.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** What the laws of the countries say of holidays, as far as it has a fixed or computable date. */
final class Laws {
  /**
   * Labour Code of the Russian Federation: article 112 (holidays; one that falls on a weekend moves
   * the day off to the next working day, but for those of January, which the Government moves),
   * article 95 (the working day right before a holiday is an hour shorter).
   */
  static WorkCalendar russia() {
    return new LawCalendar(
        LawCalendar.fixed(
            "01-01", "01-02", "01-03", "01-04", "01-05", "01-06", "01-07", "01-08", "02-23",
            "03-08", "05-01", "05-09", "06-12", "11-04"),
        day -> day.getMonth() != Month.JANUARY,
        true);
  }

  /**
   * Belarus: President's decree No. 157 of 26.03.1998 on holidays, Radunitsa (nine days after
   * Orthodox Easter) among them; Labour Code, article 116 (an hour shorter before a holiday). Days
   * are moved by the Government's yearly resolutions alone, which are not here.
   */
  static WorkCalendar belarus() {
    IntFunction<List<LocalDate>> fixed =
        LawCalendar.fixed(
            "01-01", "01-02", "01-07", "03-08", "05-01", "05-09", "07-03", "11-07", "12-25");
    return new LawCalendar(
        year ->
            Stream.concat(fixed.apply(year).stream(), Stream.of(orthodoxEaster(year).plusDays(9)))
                .sorted()
                .toList(),
        day -> false,
        true);
  }

  /**
   * Kazakhstan: law on holidays of 13.12.2001 as it stood in 2023, and 7 January; a holiday, but
   * for 7 January, that falls on a weekend gives the next working day off (Labour Code, article
   * 85). The first day of Kurban Ait follows the moon and is not here.
   */
  static WorkCalendar kazakhstan() {
    return new LawCalendar(
        LawCalendar.fixed(
            "01-01", "01-02", "01-07", "03-08", "03-21", "03-22", "03-23", "05-01", "05-07",
            "05-09", "07-06", "08-30", "10-25", "12-16"),
        day -> day.getMonth() != Month.JANUARY || day.getDayOfMonth() != 7,
        false);
  }

  /**
   * Uzbekistan: the holidays of the Labour Code of 2022 that have fixed dates. The two feasts that
   * follow the moon (Ruza hayit, Qurbon hayit) and what the President's decrees move are not here.
   */
  static WorkCalendar uzbekistan() {
    return new LawCalendar(
        LawCalendar.fixed("01-01", "03-08", "03-21", "05-09", "09-01", "10-01", "12-08"),
        day -> false,
        true);
  }

  private Laws() {}

  /**
   * Meeus's algorithm for the Julian calendar; 13 days to the Gregorian one until the year 2099.
   */
  static LocalDate orthodoxEaster(int year) {
    int d = (19 * (year % 19) + 15) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    int sum = d + e + 114;
    return LocalDate.of(year, sum / 31, sum % 31 + 1).plusDays(13);
  }
}
