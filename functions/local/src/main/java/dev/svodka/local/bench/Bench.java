package dev.svodka.local.bench;

import dev.svodka.core.business.Business;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.kpi.EventFeed;
import dev.svodka.kpi.KpiEngine;
import dev.svodka.kpi.KpiOptions;
import dev.svodka.kpi.KpiRun;
import dev.svodka.lake.arrow.ColumnReader;
import dev.svodka.lake.arrow.EventFileWriter;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.local.generate.SyntheticCompany;
import dev.svodka.report.ReportOptions;
import dev.svodka.report.ReportService;
import dev.svodka.source.Parsed;
import dev.svodka.source.PayloadParser;
import dev.svodka.source.live.LiveParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;

/** Times the stages of a night over a made-up company, each once, as a function does it. */
public final class Bench {
  private static final long SEED = 7;
  private static final long ARROW_BYTES = 2L << 30;
  private static final long PARSE_NANOS = 2_000_000_000L;

  private final Business business;
  private final Path folder;
  private final Path arrow;

  /**
   * @param folder an empty one, for what is made on the way
   */
  public Bench(Business business, Path folder) {
    this.business = business;
    this.folder = folder;
    this.arrow = folder.resolve("events.arrow");
  }

  /** Makes the events of a company of so many items; comes before the stages that read them. */
  public Measured generate(long items) throws IOException {
    long start = System.nanoTime();
    long events;
    try (BufferAllocator allocator = new RootAllocator(ARROW_BYTES);
        FileChannel out =
            FileChannel.open(arrow, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        EventFileWriter writer = new EventFileWriter(allocator, out)) {
      new SyntheticCompany(business.account(), items, SEED).tell(event -> append(writer, event));
      events = writer.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return measured("generate", events, "events", start);
  }

  private static void append(EventFileWriter writer, ChangeEvent event) {
    try {
      writer.append(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Arrow ▶ all models, KPIs and invariants. */
  public Measured kpis(long events) {
    long start = System.nanoTime();
    try (KpiRun run = new KpiEngine().run(business, feed(), KpiOptions.of(folder))) {
      if (!run.brokenInvariants().isEmpty()) {
        throw new IllegalStateException("broken: " + run.brokenInvariants());
      }
    }
    return measured("kpis", events, "events", start);
  }

  /** The same and all reports, published into a folder. */
  public Measured reports(long events) {
    long start = System.nanoTime();
    new ReportService(
            new FolderObjectStore(folder.resolve("out")), "bench", ReportService.Layout.FOLDER)
        .publish(business, feed(), ReportOptions.of(folder), Optional.empty());
    return measured("reports", events, "events", start);
  }

  /** A status webhook ▶ events, again and again on one thread. */
  public Measured parse(byte[] webhook) {
    PayloadParser parser = LiveParser.of(business, business.sources().getFirst());
    Instant now = Instant.EPOCH;
    long parsed = 0;
    long start = System.nanoTime();
    while (System.nanoTime() - start < PARSE_NANOS) {
      if (!(parser.parse(webhook, now) instanceof Parsed.Events)) {
        throw new IllegalStateException("the sample webhook is refused");
      }
      parsed++;
    }
    return measured("parse", parsed, "webhooks", start);
  }

  private EventFeed feed() {
    return (allocator, columns, consumer) -> {
      try (InputStream in = Files.newInputStream(arrow);
          ArrowReader reader = new ColumnReader(allocator, "events.arrow", in, columns)) {
        consumer.accept(reader);
      }
    };
  }

  /** The most memory this process held so far, in bytes; only Linux tells it. */
  public static OptionalLong peakResident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return OptionalLong.empty();
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst();
  }

  private static Measured measured(String stage, long amount, String unit, long start) {
    return new Measured(stage, amount, unit, (System.nanoTime() - start) / 1e9);
  }
}
