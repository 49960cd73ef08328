package dev.svodka.report;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.LakeFeed;
import dev.svodka.lake.telemetry.Correlation;
import dev.svodka.lake.telemetry.EmfMetrics;
import dev.svodka.lake.telemetry.Metrics;
import dev.svodka.report.deliver.Deliverer;
import dev.svodka.report.wiring.ReportWiring;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Publishes one account's reports: {@code {"account", "as_of"?, "reports"?, "scheduled_at"?,
 * "deliver"?}}; {@code correlation} beside them stands in every line of the log. The state machine
 * calls it after the export, with the instant it was scheduled at: then as-of is the beginning of
 * that day in the business's zone. Then, and with {@code deliver}, what is due on the day of as-of
 * goes out; what could not be delivered is told, and the rest stands.
 */
public final class ReportHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private static final Logger LOG = LoggerFactory.getLogger(ReportHandler.class);

  private final ReportWiring parts;
  private final Metrics metrics;

  /** For Lambda: everything from the environment. */
  public ReportHandler() {
    this(ReportWiring.fromEnvironment(), EmfMetrics.fromEnvironment());
  }

  /** Where nobody counts. */
  public ReportHandler(ReportWiring parts) {
    this(parts, Metrics.NONE);
  }

  public ReportHandler(ReportWiring parts, Metrics metrics) {
    this.parts = parts;
    this.metrics = metrics;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> input, @Nullable Context context) {
    Optional<String> requestId = Optional.ofNullable(context).map(Context::getAwsRequestId);
    try (MDC.MDCCloseable _ = Correlation.of(input, requestId);
        MDC.MDCCloseable _ = MDC.putCloseable("account", account(input));
        MDC.MDCCloseable _ = MDC.putCloseable("report", String.join(" ", reports(input)))) {
      return report(account(input), input);
    } catch (SvodkaException e) {
      metrics.failed(e.code());
      throw e;
    }
  }

  private Map<String, Object> report(String account, Map<String, Object> input) {
    String key = "accounts/" + account + "/business.yaml";
    byte[] file = parts.lake().get(key);
    try (CompanyFolder folder = CompanyFolder.of(parts.lake(), account, parts.tempFolder())) {
      Business business = BusinessFile.business(BusinessFile.parse(file, folder.path()), key);
      return publish(business, account, key, input);
    }
  }

  private Map<String, Object> publish(
      Business business, String account, String key, Map<String, Object> input) {
    if (!business.account().equals(account)) {
      throw new SvodkaException(
          ErrorCode.BUSINESS_FILE_INVALID,
          "%s: account: is «%s»; it has to be «%s»".formatted(key, business.account(), account));
    }
    Optional<Instant> scheduled = AsOf.scheduled(text(input, "scheduled_at"), business.zone());
    ReportOptions options =
        ReportOptions.of(parts.tempFolder())
            .asOf(AsOf.parse(text(input, "as_of"), business.zone()).or(() -> scheduled))
            .reports(reports(input));
    long start = System.nanoTime();
    Published published =
        new ReportService(parts.reports(), parts.version(), ReportService.Layout.SHELF)
            .beside(parts.lake())
            .publish(
                business, new LakeFeed(parts.lake(), account)::forEach, options, Optional.empty());
    boolean deliver = scheduled.isPresent() || Boolean.TRUE.equals(input.get("deliver"));
    Deliverer.Outcome outcome =
        deliver
            ? parts.deliverer().deliver(business, published)
            : new Deliverer.Outcome(0, List.of());
    metrics.tell(
        List.of(
            Metrics.count("Pages", published.pages().size()),
            Metrics.count("InvariantsBroken", published.broken().size()),
            Metrics.count("Undelivered", outcome.failed().size()),
            Metrics.millis("ReportMillis", (System.nanoTime() - start) / 1_000_000)));
    LOG.info("{} pages, {} invariants broken", published.pages().size(), published.broken().size());
    return Map.of(
        "account", account,
        "as_of", published.asOf().toString(),
        "pages", published.pages().stream().map(Published.Page::path).toList(),
        "broken", published.broken(),
        "sent", outcome.sent(),
        "undelivered", outcome.failed());
  }

  private static Optional<String> text(Map<String, Object> input, String name) {
    return Optional.ofNullable(input.get(name)).map(Object::toString);
  }

  private static String account(Map<String, Object> input) {
    if (input.get("account") instanceof String account && account.matches("[a-z0-9-]{1,40}")) {
      return account;
    }
    throw new SvodkaException(
        ErrorCode.CALL_INVALID, "account: is missing or not made of a-z, 0-9 and «-»");
  }

  private static List<String> reports(Map<String, Object> input) {
    return input.get("reports") instanceof List<?> ids
        ? ids.stream().map(Object::toString).toList()
        : List.of();
  }
}
