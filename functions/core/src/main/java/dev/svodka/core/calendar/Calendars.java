package dev.svodka.core.calendar;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.WorkingTime;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The calendars that a business file can name. */
public final class Calendars {
  private Calendars() {}

  /**
   * The calendar of a working time.
   *
   * <p>{@code RU} is the official production calendar of 2013–2027; beyond these years, and for
   * {@code BY KZ UZ} always, it is what the law's fixed holidays make it, marked provisional.
   *
   * @param folder where a calendar of the company's own lies
   * @throws SvodkaException {@link ErrorCode#BUSINESS_FILE_INVALID} where there is no such calendar
   */
  public static WorkCalendar of(WorkingTime time, Path folder) {
    return switch (time.calendar()) {
      case "RU" -> PublishedCalendar.of("ru.txt", time.decreedDaysOff(), Laws.russia());
      case "BY" -> Laws.belarus();
      case "KZ" -> Laws.kazakhstan();
      case "UZ" -> Laws.uzbekistan();
      case WorkingTime.NONE -> WeekCalendar.INSTANCE;
      default -> file(time.calendar(), folder);
    };
  }

  /** The clock of the company's working time; empty where it states none. */
  public static Optional<WorkingClock> clock(Business business) {
    return business
        .workingTime()
        .map(
            time ->
                new WorkingClock(
                    business.zone(), time.from(), time.to(), of(time, business.folder())));
  }

  /**
   * A company's own calendar from its text: lines {@code date,kind}.
   *
   * @param name the file's name for messages
   * @throws SvodkaException {@link ErrorCode#BUSINESS_FILE_INVALID} with file, line and fix
   */
  public static WorkCalendar own(String name, String text) {
    return CalendarFile.read(name, text);
  }

  private static WorkCalendar file(String name, Path folder) {
    try {
      return own(name, Files.readString(folder.resolve(name)));
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.BUSINESS_FILE_INVALID,
          name + ": the calendar cannot be read; add it beside the business file, in UTF-8",
          e);
    }
  }
}
