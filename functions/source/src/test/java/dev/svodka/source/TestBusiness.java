package dev.svodka.source;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.ItemFilter;
import dev.svodka.core.business.KeptField;
import dev.svodka.core.business.Language;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.business.Localized;
import dev.svodka.core.event.SourceKind;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;

/** A small company for tests: deals whose origin is read, invoices with two custom fields. */
public final class TestBusiness {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  private TestBusiness() {}

  public static Business romashka() {
    SequencedMap<String, BusinessProcess> processes = new LinkedHashMap<>();
    processes.put(
        "sales",
        process(
            "sales",
            "deal",
            List.of("Источник", "loss_reason"),
            Map.of("qualified", List.of("phone", "budget")),
            Map.of("due", "72333")));
    processes.put(
        "invoices",
        process(
            "invoices",
            "invoice",
            List.of(),
            Map.of(),
            Map.of("due", "PAY_BEFORE", "paid", "777")));
    return new Business(
        "romashka",
        "ООО «Ромашка»",
        Language.RU,
        MOSCOW,
        "RUB",
        Optional.empty(),
        Map.of(),
        List.of(),
        processes,
        List.of(),
        List.of(),
        List.of(
            new KeptField("PHONE", true),
            new KeptField("427271", false),
            new KeptField("tags", false)),
        Optional.empty(),
        List.of(),
        "sha256:0",
        Path.of("."),
        new TreeSet<>());
  }

  /** A live source that knows neither subdomain nor account id, so that it takes any account. */
  public static LiveSource source(SourceKind kind) {
    return source(kind, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static LiveSource source(
      SourceKind kind,
      Optional<String> subdomain,
      Optional<String> accountId,
      Optional<String> invoiceCatalog) {
    return new LiveSource(
        "live",
        kind,
        subdomain,
        Optional.empty(),
        accountId,
        Optional.empty(),
        Optional.empty(),
        MOSCOW,
        invoiceCatalog,
        Optional.empty());
  }

  private static BusinessProcess process(
      String id,
      String type,
      List<String> groupBy,
      Map<String, List<String>> requiredFields,
      Map<String, String> fields) {
    return new BusinessProcess(
        id,
        Localized.same(id),
        BusinessProcess.ProcessKind.GENERAL,
        new ItemFilter(type, List.of(), Optional.empty()),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        groupBy,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        requiredFields,
        Optional.empty(),
        Optional.empty(),
        fields,
        Optional.empty(),
        Optional.empty());
  }
}
