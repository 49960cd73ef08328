package dev.svodka.bench;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.source.Parsed;
import dev.svodka.source.PayloadParser;
import dev.svodka.source.live.LiveParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A status webhook ▶ events, on one thread. Runs in the project's folder. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class WebhookParseBench {
  private static final Path EVENTS = Path.of("events");

  private final PayloadParser parser;
  private final byte[] webhook;

  public WebhookParseBench() {
    try {
      Business business = BusinessFile.load(EVENTS.resolve("business.yaml"));
      parser = LiveParser.of(business, business.sources().getFirst());
      webhook = Files.readAllBytes(EVENTS.resolve("examples/lead-status.form"));
    } catch (IOException e) {
      throw new IllegalStateException("run it in the project's folder", e);
    }
  }

  @Setup
  public void refuseAWrongSample() {
    if (!(status() instanceof Parsed.Events)) {
      throw new IllegalStateException("the sample webhook is refused");
    }
  }

  @Benchmark
  public Parsed status() {
    return parser.parse(webhook, Instant.EPOCH);
  }
}
