package dev.svodka.bench;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.Language;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.event.SourceKind;
import dev.svodka.kpi.KpiEngine;
import dev.svodka.kpi.KpiOptions;
import dev.svodka.kpi.KpiRun;
import dev.svodka.kpi.UnpaidInvoice;
import dev.svodka.lake.LakeFeed;
import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.LakeWriter;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.local.generate.SyntheticCompany;
import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.declare.ReportSpecs;
import dev.svodka.report.page.Rendered;
import dev.svodka.report.page.ReportWriter;
import dev.svodka.report.page.RunFacts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.arrow.memory.RootAllocator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A report of at least twenty charts, and one with a list of 10,000 invoices ▶ pages and all files
 * beside them, from figures already computed. Runs in the project's folder.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReportPageBench {
  private static final int ROWS = 10_000;
  private static final int CHARTS = 20;
  private final ReportSpec charts = ReportSpecs.shipped("weekly-conversion");
  private final ReportSpec invoices = ReportSpecs.shipped("overdue-invoices");
  private final ReportWriter writer = new ReportWriter(facts(), Language.RU);

  @Setup
  public void countTheCharts() {
    List<Rendered.File> files = writer.write(charts).files();
    long drawn = files.stream().filter(file -> file.path().endsWith(".svg")).count();
    if (drawn < CHARTS) {
      throw new IllegalStateException(drawn + " charts, " + CHARTS + " are asked for");
    }
  }

  @Benchmark
  public Object charts() {
    return writer.write(charts);
  }

  @Benchmark
  public Object rows() {
    return writer.write(invoices);
  }

  private static RunFacts facts() {
    try {
      Business business = BusinessFile.load(Path.of("events/business.yaml"));
      Path folder = Files.createTempDirectory("svodka-bench");
      FolderObjectStore lake = new FolderObjectStore(folder.resolve("lake"));
      try (RootAllocator allocator = new RootAllocator(1L << 30);
          LakeWriter events =
              new LakeWriter(
                  lake, allocator, business.account(), LocalDate.of(2026, 11, 23), LakeKeys.PART)) {
        new SyntheticCompany(business.account(), 3_000, 7)
            .tell(
                event -> {
                  try {
                    events.append(event);
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                });
        events.finish();
      }
      try (KpiRun run =
          new KpiEngine()
              .run(
                  business,
                  new LakeFeed(lake, business.account())::forEach,
                  KpiOptions.of(folder))) {
        return new RunFacts(
            business,
            run.rows(),
            Map.of("invoices", unpaid()),
            run.asOf(),
            List.of(),
            new LinkedHashMap<>(),
            new TreeMap<>());
      }
    } catch (IOException e) {
      throw new IllegalStateException("run it in the project's folder", e);
    }
  }

  private static List<UnpaidInvoice> unpaid() {
    return IntStream.range(0, ROWS)
        .mapToObj(
            i ->
                new UnpaidInvoice(
                    Integer.toString(1_000_000 + i),
                    Optional.of("5041" + i % 9),
                    Optional.of("77" + i % 700),
                    Optional.of("ООО «Клиент %d»".formatted(i % 700)),
                    "RUB",
                    BigDecimal.valueOf(1_000 + i),
                    BigDecimal.valueOf(900 + i),
                    Optional.of(LocalDate.of(2026, 11, 1).minusDays(i % 90)),
                    i % 90,
                    "1-30",
                    true,
                    3,
                    1,
                    SourceKind.AMOCRM,
                    Optional.empty()))
        .toList();
  }
}
