package dev.svodka.local.serve;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.events.FileEventStore;
import dev.svodka.lake.files.Durable;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.local.serve.wiring.PlacedStores;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the service on one machine keeps all it has: {@code events/} as they came, {@code lake/}
 * with business files and Arrow files, {@code reports/}, {@code secrets.properties}. Where {@code
 * stores.properties} names a table and buckets, only the secrets are here.
 */
public record DataFolder(Path path) {
  /** The link keys among the secrets, named as a deployed stack names them. */
  static final String LINK_KEYS = "ssm:/svodka/dashboard/keys";

  private static final String PLACES = "stores.properties";
  private static final String EVENTS = "events";
  private static final String LAKE = "lake";

  /** Makes the folder, for its owner alone, where it is not there. */
  public static DataFolder open(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
      }
      return new DataFolder(path);
    } catch (IOException e) {
      throw Durable.failure(path, e);
    }
  }

  /**
   * A folder that is there.
   *
   * @throws SvodkaException {@link ErrorCode#NOT_FOUND} where it is not
   */
  public static DataFolder existing(Path path) {
    if (!Files.isDirectory(path)) {
      throw new SvodkaException(
          ErrorCode.NOT_FOUND, path + ": there is no such folder; `svodka serve` makes one");
    }
    return new DataFolder(path);
  }

  /**
   * Where the data are: here, or where the service was once told to keep them.
   *
   * @throws SvodkaException {@link ErrorCode#CALL_INVALID} where the environment names another
   *     service than the one they are at
   */
  public Stores stores(Clock clock) {
    Places places = places().orElse(null);
    if (places == null) {
      FileEventStore events = new FileEventStore(path.resolve(EVENTS), clock);
      return new Stores(
          path.toString(),
          events,
          new FolderObjectStore(path.resolve(LAKE)),
          new FolderObjectStore(path.resolve("reports")),
          events::close);
    }
    if (!places.in(System.getenv()).equals(places)) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID,
          "%s keeps its data in %s, and the environment says elsewhere; set %s and %s, or change %s"
              .formatted(path, places.told(), Places.S3, Places.DYNAMODB, path.resolve(PLACES)));
    }
    return PlacedStores.open(places, clock);
  }

  /**
   * Keeps the data there from now on.
   *
   * @throws SvodkaException {@link ErrorCode#CALL_INVALID} where there are data already, here or
   *     elsewhere
   */
  Stores stores(Places places, Clock clock) {
    Optional<Places> known = places();
    if (known.isPresent() && !known.get().equals(places)) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID,
          "%s keeps its data in %s; take another folder with --data, or change %s"
              .formatted(path, known.get().told(), path.resolve(PLACES)));
    }
    if (Files.exists(path.resolve(EVENTS)) || Files.exists(path.resolve(LAKE))) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID,
          path + ": holds events or a lake of its own; take another folder with --data");
    }
    Stores stores = PlacedStores.open(places, clock);
    try {
      Files.writeString(path.resolve(PLACES), places.text());
      return stores;
    } catch (IOException e) {
      throw Durable.failure(path.resolve(PLACES), e);
    }
  }

  private Optional<Places> places() {
    Properties kept = new Properties();
    try (Reader reader = Files.newBufferedReader(path.resolve(PLACES))) {
      kept.load(reader);
      return Optional.of(Places.read(kept));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Durable.failure(path.resolve(PLACES), e);
    }
  }

  /**
   * Holds the folder until it is closed.
   *
   * @throws SvodkaException {@link ErrorCode#STORE_UNAVAILABLE} where another holds it
   */
  public Closeable lock() {
    Path file = path.resolve(".lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new SvodkaException(
            ErrorCode.STORE_UNAVAILABLE,
            path + ": another `svodka` works with this folder; stop it, or take another folder");
      }
      return channel;
    } catch (IOException e) {
      throw Durable.failure(file, e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  public FileSecrets secrets() {
    return new FileSecrets(path.resolve("secrets.properties"));
  }
}
