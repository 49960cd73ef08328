package dev.svodka.kpi.diff;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.kpi.KpiRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** A {@code kpis.json} in memory: some hundred bytes a figure. */
public record KpisFile(KpisHead head, Map<FigureKey, Figure> figures) {
  public KpisFile {
    figures = Collections.unmodifiableMap(new HashMap<>(figures));
  }

  /** What a run is about to write. */
  public static KpisFile of(KpiRun run, String version) {
    Map<FigureKey, Figure> figures = new HashMap<>();
    run.rows().forEach(row -> figures.put(FigureKey.of(row), Figure.of(row)));
    KpisHead head =
        new KpisHead(
            run.business().account(), run.asOf(), run.knownAt(), run.business().hash(), version);
    return new KpisFile(head, figures);
  }

  /**
   * Reads a file.
   *
   * @throws SvodkaException {@link ErrorCode#NOT_FOUND} where there is none, {@link
   *     ErrorCode#INPUT_INVALID} where it is no {@code kpis.json}
   */
  public static KpisFile read(Path file) {
    if (Files.isDirectory(file)) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID, file + ": is a folder; name the kpis.json in it");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    } catch (NoSuchFileException e) {
      throw new SvodkaException(ErrorCode.NOT_FOUND, file + ": there is no such file", e);
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads one from wherever it lies.
   *
   * @param name named in errors
   * @throws SvodkaException {@link ErrorCode#INPUT_INVALID} where it is no {@code kpis.json}
   */
  public static KpisFile read(String name, InputStream in) throws IOException {
    return read(name, in, key -> true);
  }

  /** The same, of some figures alone. */
  public static KpisFile read(String name, InputStream in, Predicate<FigureKey> wanted)
      throws IOException {
    return new KpisReader(name, in, wanted).read();
  }
}
