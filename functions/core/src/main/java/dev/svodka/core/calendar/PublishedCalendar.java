package dev.svodka.core.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A country's official calendar for a span of years, and the law's for those beyond.
 *
 * @param special the days that are not what their day of the week makes them
 */
record PublishedCalendar(
    int firstYear, int lastYear, Map<LocalDate, DayKind> special, WorkCalendar beyond)
    implements WorkCalendar {
  PublishedCalendar {
    special = Map.copyOf(special);
  }

  /** Reads one of our own resources; its head says what its lines mean. */
  static PublishedCalendar of(String resource, boolean decreedDaysOff, WorkCalendar beyond) {
    Map<LocalDate, DayKind> special = new HashMap<>();
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (String line : lines(resource)) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] words = line.split(" ", -1);
      if (words[0].equals("years")) {
        first = Integer.parseInt(words[1]);
        last = Integer.parseInt(words[2]);
        continue;
      }
      for (int i = 2; i < words.length; i++) {
        LocalDate day = LocalDate.parse(words[0] + "-" + words[i]);
        switch (words[1]) {
          case "off" -> special.put(day, DayKind.OFF);
          // A worked Saturday may be short too; "short" follows "work" in the file.
          case "work" -> special.put(day, DayKind.WORKING);
          case "short" -> special.put(day, DayKind.SHORT);
          case "decreed" -> {
            if (decreedDaysOff) {
              special.put(day, DayKind.OFF);
            }
          }
          default -> throw new IllegalStateException(resource + ": " + line);
        }
      }
    }
    return new PublishedCalendar(first, last, special, beyond);
  }

  private static List<String> lines(String resource) {
    try (InputStream in = PublishedCalendar.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DayKind kind(LocalDate day) {
    if (provisional(day)) {
      return beyond.kind(day);
    }
    DayKind kind = special.get(day);
    return kind == null ? WeekCalendar.INSTANCE.kind(day) : kind;
  }

  @Override
  public boolean provisional(LocalDate day) {
    return day.getYear() < firstYear || day.getYear() > lastYear;
  }
}
