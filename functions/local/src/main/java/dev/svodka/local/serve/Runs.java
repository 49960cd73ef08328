package dev.svodka.local.serve;

import dev.svodka.core.business.Business;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.export.DayExport;
import dev.svodka.lake.StoredBusiness;
import dev.svodka.lake.events.ErasableEvents;
import dev.svodka.lake.forget.Erasure;
import dev.svodka.lake.forget.NightlyErasure;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.reports.Shelf;
import dev.svodka.lake.reports.Shelved;
import dev.svodka.report.ReportHandler;
import dev.svodka.report.declare.ReportSpecs;
import dev.svodka.report.deliver.Deliverer;
import dev.svodka.report.wiring.ReportWiring;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;

/** Export ▶ retention ▶ report of one company, as the state machine of a deployment does it. */
final class Runs implements AutoCloseable {
  private static final long ARROW_BYTES = 512L << 20;

  private final BufferAllocator allocator = new RootAllocator(ARROW_BYTES);
  private final String account;
  private final ObjectStore lake;
  private final ObjectStore reports;
  private final DayExport export;
  private final NightlyErasure erasure;
  private final ReportHandler report;

  /** The account's business file is read anew for each run. */
  Runs(
      String account,
      ErasableEvents events,
      ObjectStore lake,
      ObjectStore reports,
      Deliverer deliverer,
      Clock clock,
      String version) {
    this.account = account;
    this.lake = lake;
    this.reports = reports;
    this.export = new DayExport(events, lake, allocator, clock);
    this.erasure =
        new NightlyErasure(
            new Erasure(
                lake,
                Optional.of(reports),
                Optional.of(events),
                allocator,
                clock,
                new SecureRandom()));
    this.report =
        new ReportHandler(
            new ReportWiring(
                lake, reports, version, Path.of(System.getProperty("java.io.tmpdir")), deliverer));
  }

  /**
   * The reports whose time has come.
   *
   * @param since the start of the service: what was never published waits for its first time
   */
  List<String> due(Instant since, Instant now) {
    Business business = StoredBusiness.read(lake, account, lake.get(StoredBusiness.key(account)));
    Optional<Shelf> shelf = Shelf.find(reports, account);
    return ReportSpecs.of(business, List.of()).stream()
        .filter(
            spec -> {
              Instant made =
                  shelf
                      .flatMap(published -> published.report(spec.id()))
                      .map(Shelved::asOf)
                      .map(Instant::parse)
                      .orElse(since);
              return Slots.last(spec.schedule(), business.zone(), now).isAfter(made);
            })
        .map(spec -> spec.id())
        .toList();
  }

  /**
   * Makes reports; where it fails those of before stay.
   *
   * @param ids which; all where it is empty
   * @param asOf exclusive
   * @param deliver whether what is due goes out
   */
  Made make(List<String> ids, Instant asOf, boolean deliver) {
    export.exportPending(account, DayExport.Mode.OPEN_DAYS_TOO);
    Optional<String> troubles = erase();
    Map<String, Object> answer =
        report.handleRequest(
            Map.of(
                "account", account, "as_of", asOf.toString(), "reports", ids, "deliver", deliver),
            null);
    return new Made(texts(answer.get("pages")).size(), texts(answer.get("undelivered")), troubles);
  }

  /**
   * Why people who have aged, or are told of again, stand as ever; reports are made all the same.
   */
  private Optional<String> erase() {
    try {
      erasure.run(StoredBusiness.read(lake, account, lake.get(StoredBusiness.key(account))));
      return Optional.empty();
    } catch (SvodkaException e) {
      return Optional.of(e.code() + ": " + e.getMessage());
    }
  }

  /**
   * What a run made.
   *
   * @param undelivered what did not reach its reader, and why
   * @param unerased why nobody's data were taken out by age; empty where all went well
   */
  record Made(int pages, List<String> undelivered, Optional<String> unerased) {
    Made {
      undelivered = List.copyOf(undelivered);
    }
  }

  private static List<String> texts(@Nullable Object list) {
    return list instanceof List<?> found
        ? found.stream().map(Object::toString).toList()
        : List.of();
  }

  @Override
  public void close() {
    allocator.close();
  }
}
