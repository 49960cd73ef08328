package dev.svodka.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.svodka.core.business.WorkingTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RussianCalendarTest {
  private final WorkCalendar asLived = calendar(true);
  private final WorkCalendar asPublished = calendar(false);

  @Test
  void everyDayOf2013To2027IsTheOfficialOne() throws IOException {
    List<String> rows = Files.readAllLines(data("files/ru_production_calendar_2013_2027.csv"));
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      LocalDate day = LocalDate.parse(cells[0]);
      assertThat(asLived.kind(day)).as(row).isEqualTo(kind(cells[2]));
      assertThat(asPublished.kind(day)).as(row).isEqualTo(kind(cells[3]));
      assertThat(asLived.provisional(day)).as(row).isFalse();
    }
    assertThat(rows).hasSize(5479);
  }

  @Test
  void theReferencesVectorsHold() throws IOException {
    JsonNode reference = new ObjectMapper().readTree(data("reference.json").toFile());
    for (JsonNode vector : reference.get("test_vectors_between")) {
      LocalDate from = date(vector, "from");
      LocalDate to = date(vector, "to");
      assertThat(asLived.workingDays(from, to))
          .as(vector.toString())
          .isEqualTo(vector.get("working_days_inclusive").asInt());
      assertThat(asLived.workingDays(from.plusDays(1), to))
          .as(vector.toString())
          .isEqualTo(vector.get("working_days_after_from").asInt());
      assertThat(hours(asLived, from, to))
          .as(vector.toString())
          .isEqualTo(vector.get("working_hours_40h_week_inclusive").asInt());
    }
    for (JsonNode vector : reference.get("test_vectors_add_working_days")) {
      assertThat(asLived.plusWorkingDays(date(vector, "from"), vector.get("n").asInt()))
          .as(vector.toString())
          .isEqualTo(date(vector, "result"));
    }
    for (JsonNode vector : reference.get("test_vectors_deadline_shift")) {
      assertThat(asLived.nextWorkingDay(date(vector, "due")))
          .as(vector.toString())
          .isEqualTo(date(vector, "shifted_to_next_working_day"));
    }
  }

  @Test
  void yearsComeToThePublishedNorms() throws IOException {
    JsonNode years = new ObjectMapper().readTree(data("reference.json").toFile()).get("years");
    for (int year = 2013; year <= 2027; year++) {
      JsonNode sums = years.get(Integer.toString(year));
      LocalDate first = LocalDate.of(year, 1, 1);
      LocalDate last = LocalDate.of(year, 12, 31);
      assertThat(hours(asLived, first, last))
          .as("%d as lived", year)
          .isEqualTo(sums.get("actual").get("hours_40").asInt());
      assertThat(hours(asPublished, first, last))
          .as("%d as published", year)
          .isEqualTo(sums.get("base").get("hours_40").asInt());
    }
  }

  /** Figures that others have printed: 1,979 and 1,972 hours, 248 and 247 days. */
  @Test
  void someFiguresAreKnownByHeart() {
    assertThat(hours(asPublished, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31)))
        .isEqualTo(1979);
    assertThat(hours(asPublished, LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31)))
        .isEqualTo(1972);
    assertThat(asLived.workingDays(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)))
        .isEqualTo(248);
    assertThat(hours(asLived, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30))).isEqualTo(175);
    assertThat(hours(asLived, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31))).isEqualTo(151);
    assertThat(asLived.previousWorkingDay(LocalDate.of(2026, 1, 5)))
        .isEqualTo(LocalDate.of(2025, 12, 30));
  }

  @Test
  void theLawsHolidaysAreOffInEveryPublishedYear() {
    for (int year = 2013; year <= 2027; year++) {
      for (String holiday :
          List.of("01-01", "01-07", "02-23", "03-08", "05-01", "05-09", "06-12", "11-04")) {
        LocalDate day = LocalDate.parse(year + "-" + holiday);
        assertThat(asPublished.kind(day)).as(day.toString()).isEqualTo(DayKind.OFF);
        assertThat(Laws.russia().kind(day)).as(day.toString()).isEqualTo(DayKind.OFF);
      }
    }
  }

  @Test
  void yearsBeyondAreComputedAndSaidToBe() {
    // 2028: 23 February is a Wednesday; 12 June a Monday; 4 November a Saturday, moved to Monday.
    assertThat(asLived.provisional(LocalDate.of(2028, 1, 1))).isTrue();
    assertThat(asLived.kind(LocalDate.of(2028, 2, 23))).isEqualTo(DayKind.OFF);
    assertThat(asLived.kind(LocalDate.of(2028, 2, 22))).isEqualTo(DayKind.SHORT);
    assertThat(asLived.kind(LocalDate.of(2028, 6, 12))).isEqualTo(DayKind.OFF);
    assertThat(asLived.kind(LocalDate.of(2028, 11, 6))).isEqualTo(DayKind.OFF);
    assertThat(asLived.kind(LocalDate.of(2028, 11, 3))).isEqualTo(DayKind.SHORT);
    assertThat(asLived.kind(LocalDate.of(2028, 1, 10))).isEqualTo(DayKind.WORKING);
    assertThat(asLived.provisional(LocalDate.of(2012, 12, 31))).isTrue();
  }

  private static WorkCalendar calendar(boolean decreed) {
    return Calendars.of(
        new WorkingTime("RU", LocalTime.of(9, 0), LocalTime.of(18, 0), decreed), Path.of("."));
  }

  /** At 8 hours a day, an hour less on a short one: order No. 588n of 13.08.2009. */
  private static int hours(WorkCalendar calendar, LocalDate first, LocalDate last) {
    int hours = 0;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      hours +=
          switch (calendar.kind(day)) {
            case WORKING -> 8;
            case SHORT -> 7;
            case OFF -> 0;
          };
    }
    return hours;
  }

  private static DayKind kind(String word) {
    return switch (word) {
      case "work" -> DayKind.WORKING;
      case "short" -> DayKind.SHORT;
      case "off" -> DayKind.OFF;
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static LocalDate date(JsonNode vector, String field) {
    return LocalDate.parse(vector.get(field).asText());
  }

  private static Path data(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.isDirectory(folder.resolve("shared/data"))) {
      folder = folder.getParent();
    }
    Path shared = Files.isDirectory(folder.resolve("shared/data")) ? folder : Path.of("/work");
    Path file = shared.resolve("shared/data/ru_calendar").resolve(name);
    assumeTrue(Files.exists(file), "skipped: there is no shared/data/ru_calendar beside this tree");
    return file;
  }
}
