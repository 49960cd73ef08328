package dev.svodka.local.history;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.reconcile.Parts;
import dev.svodka.reconcile.Reconcile;
import dev.svodka.reconcile.SourceResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * Asks the sources' APIs for a time that is past and writes what they tell straight into a lake.
 * Stopped anywhere, it goes on from there when it is called again; asked for again when it is
 * through, it adds nothing.
 */
public final class ApiImport {
  private static final long ARROW_BYTES = 512L << 20;
  private static final int NAME_BYTES = 8;

  /** Longer than any backfill takes. */
  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(30);

  private final Parts parts;

  /**
   * @param parts whose objects are the lake
   */
  public ApiImport(Parts parts) {
    this.parts = parts;
  }

  /** What one source gave: the run, and the events that are new to the lake. */
  public record Imported(SourceResult result, long events) {}

  /**
   * Imports the sources that have a token.
   *
   * @param source id; left out: all of them
   * @param progress is told how far a list has been read
   * @throws SvodkaException {@link ErrorCode#CALL_INVALID} where there is no such source
   */
  public List<Imported> run(
      Business business,
      Instant from,
      Instant to,
      Optional<String> source,
      BiConsumer<String, Instant> progress)
      throws IOException {
    List<LiveSource> asked =
        business.sources().stream()
            .filter(each -> each.token().isPresent())
            .filter(each -> source.isEmpty() || source.get().equals(each.id()))
            .toList();
    if (asked.isEmpty()) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID,
          source
              .map(id -> "the business file has no source `%s` with a token".formatted(id))
              .orElse("no source of the business file has a token: add `token: env:NAME`"));
    }
    List<Imported> imported = new ArrayList<>();
    Instant now = parts.clock().instant();
    for (LiveSource each : asked) {
      Reconcile.Span span =
          new Reconcile.Span(Optional.of(from), Optional.of(to), Optional.of(each.id()));
      try (BufferAllocator allocator = new RootAllocator(ARROW_BYTES);
          ApiLake lake =
              new ApiLake(
                  parts.objects(),
                  allocator,
                  business.account(),
                  "api-" + hash(each.id() + '/' + from + '/' + to),
                  LocalDate.ofInstant(now, ZoneOffset.UTC),
                  progress)) {
        for (SourceResult result :
            new Reconcile(parts).run(business, span, lake, now.plus(AS_LONG_AS_IT_TAKES))) {
          imported.add(new Imported(result, lake.events()));
        }
      }
    }
    return List.copyOf(imported);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
