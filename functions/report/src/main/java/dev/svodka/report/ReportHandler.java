package dev.svodka.report;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.LakeFeed;
import dev.svodka.report.wiring.ReportWiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Publishes one account's reports: {@code {"account", "as_of"?, "reports"?}}. The state machine
 * calls it after the export.
 */
public final class ReportHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private final ReportWiring parts;

  /** For Lambda: everything from the environment. */
  public ReportHandler() {
    this(ReportWiring.fromEnvironment());
  }

  public ReportHandler(ReportWiring parts) {
    this.parts = parts;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> input, @Nullable Context context) {
    String account = account(input);
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
    ReportOptions options =
        ReportOptions.of(parts.tempFolder())
            .asOf(
                AsOf.parse(
                    Optional.ofNullable(input.get("as_of")).map(Object::toString), business.zone()))
            .reports(reports(input));
    Published published =
        new ReportService(parts.reports(), parts.version(), ReportService.Layout.SHELF)
            .publish(
                business, new LakeFeed(parts.lake(), account)::forEach, options, Optional.empty());
    return Map.of(
        "account", account,
        "as_of", published.asOf().toString(),
        "pages", published.pages().stream().map(Published.Page::path).toList(),
        "broken", published.broken());
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
