package dev.svodka.source.imports;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.ImportRule;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads history files as the {@code imports} of a business file say, in constant memory but for
 * some 12 bytes an event.
 *
 * <p>Each file is gone through whole before any gives its events: what is wrong with a file as a
 * whole is told before anything is given. Of rows that are equal each is an event of its own; a
 * file that is read again, in one import or in two, gives the same events.
 */
public final class HistoryImport {
  /** Our own events tell all by themselves: no rule has to say how. */
  private static final Pattern OWN_EVENTS = Pattern.compile(".*\\.jsonl(\\.gz)?");

  private static final Pattern OWN_COLUMNS = Pattern.compile(".*\\.(arrow|parquet)");

  private final Business business;
  private final RejectSink rejects;
  private final ImportProgress progress;
  private final ColumnFiles columns;

  /** An import that reads no files in columns. */
  public HistoryImport(Business business, RejectSink rejects, ImportProgress progress) {
    this(
        business,
        rejects,
        progress,
        (file, sink) -> {
          throw invalid("no reader for " + file.getFileName());
        });
  }

  public HistoryImport(
      Business business, RejectSink rejects, ImportProgress progress, ColumnFiles columns) {
    this.business = business;
    this.rejects = rejects;
    this.progress = progress;
    this.columns = columns;
  }

  /**
   * Gives the events of these files in the order of the files and their rows.
   *
   * @throws SvodkaException {@link ErrorCode#INPUT_INVALID} where a file cannot be read as a whole;
   *     nothing has been given then
   */
  public ImportCounts read(List<Path> files, Consumer<ChangeEvent> sink) {
    LongConsumer read = progress(files);
    List<HistoryReader> readers = new ArrayList<>();
    for (Path path : files) {
      readers.add(guarded(path, () -> examine(new HistoryFile(path, read))));
    }
    Occurrences occurrences = new Occurrences();
    Tally tally = new Tally(sink, rejects);
    RowEvents events = new RowEvents(occurrences, tally);
    for (int i = 0; i < files.size(); i++) {
      HistoryReader reader = readers.get(i);
      guarded(
          files.get(i),
          () -> {
            reader.give(events, tally);
            return tally;
          });
      if (i + 1 < files.size()) {
        occurrences.nextFile();
      }
    }
    return tally.counts();
  }

  private HistoryReader examine(HistoryFile file) throws IOException {
    Optional<ImportRule> matching =
        business.imports().stream().filter(one -> fits(one, file.name())).findFirst();
    if (matching.isEmpty() && OWN_EVENTS.matcher(file.name()).matches()) {
      return JsonLinesHistory.examine(file, business);
    }
    if (matching.isEmpty() && OWN_COLUMNS.matcher(file.name()).matches()) {
      return ColumnHistory.examine(file, columns, business);
    }
    ImportRule rule = matching.orElseThrow(() -> noRule(file.name()));
    return switch (rule.format()) {
      case CSV -> CsvHistory.examine(file, rule, business);
      case XES -> XesHistory.examine(file, rule, business);
      case JSONL -> JsonLinesHistory.examine(file, business);
      case ARROW, PARQUET -> ColumnHistory.examine(file, columns, business);
      case ONEC_BANK -> BankHistory.examine(file, rule, business);
      case COMMERCEML -> CommerceMlHistory.examine(file, rule, business);
    };
  }

  private SvodkaException noRule(String name) {
    String rules =
        business.imports().stream()
            .map(rule -> '`' + rule.files() + '`')
            .collect(Collectors.joining(", "));
    return invalid(
        "no rule under `imports` reads "
            + name
            + (rules.isEmpty() ? ": there are none" : ": they read " + rules));
  }

  private static boolean fits(ImportRule rule, String name) {
    return FileSystems.getDefault().getPathMatcher("glob:" + rule.files()).matches(Path.of(name));
  }

  private LongConsumer progress(List<Path> files) {
    long total = 0;
    for (Path file : files) {
      total += guarded(file, () -> Files.size(file)) * 2;
    }
    return new Meter(progress, total);
  }

  /** Something that reads a file. */
  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T guarded(Path path, Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static SvodkaException unreadable(Path path, IOException e) {
    String why =
        e instanceof CharacterCodingException
            ? "its text is damaged"
            : e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    return new SvodkaException(ErrorCode.INPUT_INVALID, path + " cannot be read: " + why, e);
  }

  private static SvodkaException invalid(String message) {
    return new SvodkaException(ErrorCode.INPUT_INVALID, message);
  }
}
