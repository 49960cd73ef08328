package dev.svodka.export;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.export.DayExport.Exported;
import dev.svodka.export.wiring.ExportWiring;
import dev.svodka.lake.telemetry.Correlation;
import dev.svodka.lake.telemetry.EmfMetrics;
import dev.svodka.lake.telemetry.Metrics;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Exports stored days: {@code {"account": "romashka", "day": "2026-11-23"}} one day, {@code
 * {"account": "romashka"}} its closed days that are not in the lake yet, {@code {}} those of all
 * accounts; {@code correlation} beside them stands in every line of the log. Answers {@code
 * {"days": […], "rows": n}}; the day is one of UTC.
 */
public final class ExportHandler
    implements RequestHandler<Map<String, String>, Map<String, Object>> {
  private static final Logger LOG = LoggerFactory.getLogger(ExportHandler.class);

  private final Export export;
  private final Metrics metrics;

  /** For Lambda: everything from the environment. */
  public ExportHandler() {
    this(ExportWiring.fromEnvironment(), EmfMetrics.fromEnvironment());
  }

  public ExportHandler(Export export, Metrics metrics) {
    this.export = export;
    this.metrics = metrics;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, String> input, @Nullable Context context) {
    Optional<String> requestId = Optional.ofNullable(context).map(Context::getAwsRequestId);
    try (MDC.MDCCloseable _ = Correlation.of(input, requestId)) {
      return export(input);
    }
  }

  private Map<String, Object> export(Map<String, String> input) {
    String account = input.get("account");
    String day = input.get("day");
    List<Exported> exported = new ArrayList<>();
    if (day != null) {
      if (account == null) {
        throw new SvodkaException(
            ErrorCode.CALL_INVALID, "account: is missing; a day is exported for one account");
      }
      LocalDate told = date(day);
      exported.addAll(watched(account, () -> List.of(export.day(account, told))));
    } else if (account != null) {
      exported.addAll(watched(account, () -> export.pending(account)));
    } else {
      export.accounts().forEach(each -> exported.addAll(watched(each, () -> export.pending(each))));
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

  private List<Exported> watched(String account, Supplier<List<Exported>> work) {
    long start = System.nanoTime();
    try (MDC.MDCCloseable _ = MDC.putCloseable("account", account)) {
      List<Exported> exported = work.get();
      long rows = exported.stream().mapToLong(Exported::rows).sum();
      metrics.tell(
          List.of(
              Metrics.count("Exported", 1),
              Metrics.count("ExportedDays", exported.size()),
              Metrics.count("ExportedRows", rows),
              Metrics.count("SilentDays", export.silentDays(account)),
              Metrics.millis("ExportMillis", (System.nanoTime() - start) / 1_000_000)));
      LOG.info("{} days, {} rows", exported.size(), rows);
      return exported;
    } catch (SvodkaException e) {
      metrics.failed(e.code());
      throw e;
    }
  }

  private static LocalDate date(String day) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw new SvodkaException(ErrorCode.CALL_INVALID, "day: write it as 2026-11-23", e);
    }
  }
}
