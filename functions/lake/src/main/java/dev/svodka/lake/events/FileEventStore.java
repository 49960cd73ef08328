package dev.svodka.lake.events;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.lake.files.Durable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON lines in a folder, {@code <account>/<day>.jsonl}, for the service on one machine.
 * A put is on the disk when it returns. What a crash left of a line is ignored, told of in the log,
 * and cut off before the next put.
 *
 * <p>One process writes at a time; others may read meanwhile.
 */
public final class FileEventStore implements ErasableEvents, AutoCloseable {
  private static final Pattern DAY_FILE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.jsonl");

  private final Path folder;
  private final Clock clock;
  private final Map<String, DayFile> open = new HashMap<>();
  private @Nullable FileChannel lock;

  /**
   * @param folder made at the first put
   */
  public FileEventStore(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public synchronized List<Outcome> put(List<ChangeEvent> events) {
    Instant now = clock.instant();
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<Outcome> outcomes = new ArrayList<>();
    List<DayFile> touched = new ArrayList<>();
    try {
      lockFolder();
      for (ChangeEvent event : events) {
        DayFile file = dayFile(event.account(), day);
        outcomes.add(file.add(event.receivedAt(now)) ? Outcome.STORED : Outcome.DUPLICATE);
        if (!touched.contains(file)) {
          touched.add(file);
        }
      }
      for (DayFile file : touched) {
        file.sync();
      }
      return List.copyOf(outcomes);
    } catch (IOException e) {
      forget(e);
      throw Durable.failure(folder, e);
    }
  }

  @Override
  public long readDay(String account, LocalDate day, Consumer<ChangeEvent> consumer) {
    Path file = file(account, day);
    if (!Files.exists(file)) {
      return 0;
    }
    try {
      return DayFile.read(file, consumer).events();
    } catch (IOException e) {
      throw Durable.failure(file, e);
    }
  }

  @Override
  public SortedSet<LocalDate> days(String account) {
    Path files = folder.resolve(EventKey.checked(account));
    NavigableSet<LocalDate> days = new TreeSet<>();
    if (Files.isDirectory(files)) {
      try (Stream<Path> names = Files.list(files)) {
        names.forEach(file -> day(file.getFileName().toString()).ifPresent(days::add));
      } catch (IOException e) {
        throw Durable.failure(files, e);
      }
    }
    return days;
  }

  @Override
  public synchronized long rewrite(
      String account, LocalDate from, UnaryOperator<ChangeEvent> change) {
    try {
      lockFolder();
      closeFiles();
      long changed = 0;
      for (LocalDate day : days(account).tailSet(from)) {
        changed += FolderErasure.rewrite(file(account, day), change);
      }
      return changed;
    } catch (IOException e) {
      throw Durable.failure(folder, e);
    }
  }

  @Override
  public synchronized long drop(String account) {
    try {
      lockFolder();
      closeFiles();
      long dropped = 0;
      for (LocalDate day : days(account)) {
        dropped += readDay(account, day, event -> {});
        Files.delete(file(account, day));
      }
      return dropped;
    } catch (IOException e) {
      throw Durable.failure(folder, e);
    }
  }

  private void closeFiles() throws IOException {
    for (DayFile file : open.values()) {
      file.close();
    }
    open.clear();
  }

  @Override
  public synchronized void close() throws IOException {
    closeFiles();
    if (lock != null) {
      lock.close();
      lock = null;
    }
  }

  private DayFile dayFile(String account, LocalDate day) throws IOException {
    Path path = file(account, day);
    DayFile file = open.get(account);
    if (file != null && file.path().equals(path)) {
      return file;
    }
    if (file != null) {
      file.sync();
      file.close();
    }
    DayFile next = DayFile.open(path);
    open.put(account, next);
    return next;
  }

  /** After a failed write nobody knows what the files hold: they are read again at the next put. */
  private void forget(IOException failure) {
    for (DayFile file : open.values()) {
      try {
        file.close();
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
    open.clear();
  }

  private void lockFolder() throws IOException {
    if (lock == null) {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new SvodkaException(
            ErrorCode.STORE_UNAVAILABLE,
            "Another process writes events into %s; stop it or use another folder"
                .formatted(folder));
      }
      lock = channel;
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private Path file(String account, LocalDate day) {
    return folder.resolve(EventKey.checked(account)).resolve(day + ".jsonl");
  }

  private static Optional<LocalDate> day(String name) {
    Matcher matcher = DAY_FILE.matcher(name);
    return matcher.matches() ? Optional.of(LocalDate.parse(matcher.group(1))) : Optional.empty();
  }
}
