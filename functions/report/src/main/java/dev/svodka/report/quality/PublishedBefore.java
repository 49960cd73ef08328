package dev.svodka.report.quality;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.kpi.KpiRun;
import dev.svodka.kpi.diff.KpisFile;
import dev.svodka.kpi.diff.Restatement;
import dev.svodka.kpi.diff.Restatements;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.report.quality.Quality.Restated;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of the run that was published last, to tell which a new one restates.
 *
 * @param prefix begins the keys of that run's files
 */
public record PublishedBefore(ObjectStore store, String prefix) {
  /** Lies beside {@code kpis.json}. */
  public static final String FILE = "restated.json";

  private static final Logger LOG = LoggerFactory.getLogger(PublishedBefore.class);

  /** What a run restates, and what others restated in the weeks before it. */
  public Restated compare(KpiRun run, String version) {
    Optional<KpisFile> before = kpis();
    if (before.isEmpty()) {
      return Restated.FIRST;
    }
    KpisFile now = KpisFile.of(run, version);
    List<Restatement> told =
        Restatements.goOn(earlier(), Restatements.between(before.get(), now), now.head().asOf());
    boolean comparable = Restatements.comparable(before.get().head(), now.head());
    return new Restated(
        comparable ? Optional.of(before.get().head().asOf()) : Optional.empty(), false, told);
  }

  /** The file that the next run goes on from. */
  public static byte[] file(Restated restated) {
    return RestatedFile.write(restated.figures());
  }

  private Optional<KpisFile> kpis() {
    String key = prefix + "kpis.json";
    try (InputStream file = store.open(key)) {
      return Optional.of(KpisFile.read(key, file, Restatements::settles));
    } catch (SvodkaException e) {
      return withoutIt(key, e);
    } catch (IOException e) {
      throw new SvodkaException(ErrorCode.STORE_UNAVAILABLE, key + ": " + e.getMessage(), e);
    }
  }

  private List<Restatement> earlier() {
    String key = prefix + FILE;
    try {
      return RestatedFile.read(store.get(key));
    } catch (SvodkaException e) {
      return this.<List<Restatement>>withoutIt(key, e).orElse(List.of());
    } catch (IOException e) {
      LOG.warn("{}: {}; nothing is taken over from it", key, e.getMessage());
      return List.of();
    }
  }

  private <T> Optional<T> withoutIt(String key, SvodkaException e) {
    return switch (e.code()) {
      case NOT_FOUND -> Optional.empty();
      case INPUT_INVALID -> {
        LOG.warn("{}: {}; nothing is compared with it", key, e.getMessage());
        yield Optional.empty();
      }
      default -> throw e;
    };
  }
}
