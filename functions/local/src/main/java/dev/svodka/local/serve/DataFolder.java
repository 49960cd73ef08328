package dev.svodka.local.serve;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.events.FileEventStore;
import dev.svodka.lake.files.Durable;
import dev.svodka.lake.objects.FolderObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;

/**
 * Where the service on one machine keeps all it has: {@code events/} as they came, {@code lake/}
 * with business files and Arrow files, {@code reports/}, {@code secrets.properties}.
 */
public record DataFolder(Path path) {
  /** The link keys among the secrets, named as a deployed stack names them. */
  static final String LINK_KEYS = "ssm:/svodka/dashboard/keys";

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

  /** The events as they came. */
  public FileEventStore events(Clock clock) {
    return new FileEventStore(path.resolve("events"), clock);
  }

  /** Business files and Arrow files. */
  public FolderObjectStore lake() {
    return new FolderObjectStore(path.resolve("lake"));
  }

  /** What is published. */
  public FolderObjectStore reports() {
    return new FolderObjectStore(path.resolve("reports"));
  }

  public FileSecrets secrets() {
    return new FileSecrets(path.resolve("secrets.properties"));
  }
}
