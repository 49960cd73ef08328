package dev.svodka.report;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What lies beside a company's business file in the bucket, its own KPIs and reports among it, laid
 * into a folder of this machine as it would lie on a disk.
 */
public final class CompanyFolder implements AutoCloseable {
  private static final List<String> OTHERS = List.of("dashboard/", "names/", "reconcile/");
  private static final long MOST_BYTES = 10L << 20;

  private final Path path;

  private CompanyFolder(Path path) {
    this.path = path;
  }

  /**
   * Copies the objects below {@code accounts/<account>/}.
   *
   * @throws SvodkaException {@link ErrorCode#INPUT_TOO_LARGE} where one has more than 10 MB, {@link
   *     ErrorCode#DISK_FULL} where it cannot be written
   */
  public static CompanyFolder of(ObjectStore lake, String account, Path tempFolder) {
    String prefix = "accounts/" + account + "/";
    try {
      CompanyFolder folder = new CompanyFolder(Files.createTempDirectory(tempFolder, "company"));
      for (ObjectStore.Entry entry : lake.list(prefix)) {
        folder.add(lake, entry, entry.key().substring(prefix.length()));
      }
      return folder;
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.DISK_FULL, tempFolder + ": " + e.getMessage() + "; free space there", e);
    }
  }

  private void add(ObjectStore lake, ObjectStore.Entry entry, String name) throws IOException {
    Path file = path.resolve(name).normalize();
    // consoles make empty objects that stand for folders; what other functions keep is none of it
    if (name.isEmpty()
        || OTHERS.stream().anyMatch(name::startsWith)
        || name.endsWith("/")
        || !file.startsWith(path)) {
      return;
    }
    if (entry.size() > MOST_BYTES) {
      throw new SvodkaException(
          ErrorCode.INPUT_TOO_LARGE,
          "%s: has more than 10 MB; it does not belong beside a business file"
              .formatted(entry.key()));
    }
    Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(path));
    try (InputStream content = lake.open(entry.key())) {
      Files.copy(content, file);
    }
  }

  /** Where they lie until it is closed. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try (Stream<Path> found = Files.walk(path)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new SvodkaException(ErrorCode.INTERNAL, path + ": cannot be deleted", e);
    }
  }
}
