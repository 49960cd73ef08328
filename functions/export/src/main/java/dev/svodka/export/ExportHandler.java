package dev.svodka.export;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.export.DayExport.Exported;
import dev.svodka.export.wiring.ExportWiring;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exports stored days: {@code {"account": "romashka", "day": "2026-11-23"}} one day, {@code
 * {"account": "romashka"}} its closed days that are not in the lake yet, {@code {}} those of all
 * accounts. Answers {@code {"days": […], "rows": n}}; the day is one of UTC.
 */
public final class ExportHandler
    implements RequestHandler<Map<String, String>, Map<String, Object>> {
  private final Export export;

  /** For Lambda: everything from the environment. */
  public ExportHandler() {
    this(ExportWiring.fromEnvironment());
  }

  public ExportHandler(Export export) {
    this.export = export;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, String> input, @Nullable Context context) {
    String account = input.get("account");
    String day = input.get("day");
    List<Exported> exported = new ArrayList<>();
    if (day != null) {
      if (account == null) {
        throw new SvodkaException(
            ErrorCode.CALL_INVALID, "account: is missing; a day is exported for one account");
      }
      exported.add(export.day(account, date(day)));
    } else if (account != null) {
      exported.addAll(export.pending(account));
    } else {
      export.accounts().forEach(each -> exported.addAll(export.pending(each)));
    }
    return Map.of(
        "days",
        exported.stream()
            .map(
                one ->
                    Map.of(
                        "account", one.account(), "day", one.day().toString(), "rows", one.rows()))
            .toList(),
        "rows",
        exported.stream().mapToLong(Exported::rows).sum());
  }

  private static LocalDate date(String day) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw new SvodkaException(ErrorCode.CALL_INVALID, "day: write it as 2026-11-23", e);
    }
  }
}
