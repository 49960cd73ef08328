package dev.svodka.local.history;

import dev.svodka.core.business.Business;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.LakeWriter;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.source.imports.HistoryImport;
import dev.svodka.source.imports.ImportCounts;
import dev.svodka.source.imports.ImportProgress;
import dev.svodka.source.imports.RejectSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * Writes history files into a lake as Arrow files of the day on which they are imported. The same
 * files under the same business file have the same name there, so importing them again adds
 * nothing.
 */
public final class HistoryLake {
  private static final long ARROW_BYTES = 512L << 20;
  private static final int NAME_BYTES = 8;

  private final ObjectStore lake;
  private final LocalDate today;

  /**
   * @param today in UTC: the day of the files that are new to the lake
   */
  public HistoryLake(ObjectStore lake, LocalDate today) {
    this.lake = lake;
    this.today = today;
  }

  /**
   * Imports the files.
   *
   * @throws SvodkaException {@link ErrorCode#NOT_FOUND} or {@link ErrorCode#INPUT_INVALID} where a
   *     file as a whole cannot be read; the lake is as before then
   */
  public ImportCounts add(
      Business business, List<Path> files, RejectSink rejects, ImportProgress progress)
      throws IOException {
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new SvodkaException(ErrorCode.NOT_FOUND, file + ": there is no such file");
      }
    }
    String series = "import-" + fingerprint(business, files);
    LocalDate day = earlierDay(business.account(), series).orElse(today);
    try (BufferAllocator allocator = new RootAllocator(ARROW_BYTES);
        LakeWriter writer = new LakeWriter(lake, allocator, business.account(), day, series)) {
      ImportCounts counts =
          new HistoryImport(business, rejects, progress, new OwnEventFiles(allocator)::read)
              .read(files, event -> append(writer, event));
      writer.finish();
      return counts;
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  private static void append(LakeWriter writer, ChangeEvent event) {
    try {
      writer.append(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The day under which these very files have been imported before. */
  private Optional<LocalDate> earlierDay(String account, String series) {
    return lake.list(LakeKeys.account(account)).stream()
        .map(ObjectStore.Entry::key)
        .filter(key -> key.contains('/' + series + '-'))
        .findFirst()
        .flatMap(LakeKeys::dayOf);
  }

  private static String fingerprint(Business business, List<Path> files) throws IOException {
    MessageDigest digest = sha256();
    digest.update(business.hash().getBytes(StandardCharsets.UTF_8));
    for (Path file : files) {
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
