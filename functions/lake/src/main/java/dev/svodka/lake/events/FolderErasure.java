package dev.svodka.lake.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.EventJson;
import dev.svodka.lake.files.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Changes files of JSON lines, for {@link FileEventStore}. */
final class FolderErasure {
  private FolderErasure() {}

  /** A file is replaced whole, and only where a line of it changes. */
  static long rewrite(Path file, UnaryOperator<ChangeEvent> change) throws IOException {
    Path next = file.resolveSibling(".rewritten-" + file.getFileName());
    AtomicLong changed = new AtomicLong();
    try {
      try (Writer writer = Files.newBufferedWriter(next, UTF_8)) {
        DayFile.read(
            file,
            before -> {
              ChangeEvent after = change.apply(before);
              if (!after.equals(before)) {
                changed.incrementAndGet();
              }
              append(writer, after);
            });
      } catch (UncheckedIOException e) {
        throw e.getCause() == null ? new IOException(e) : e.getCause();
      }
      if (changed.get() > 0) {
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
          Durable.syncFolder(folder);
        }
      }
    } finally {
      Files.deleteIfExists(next);
    }
    return changed.get();
  }

  private static void append(Writer writer, ChangeEvent event) {
    try {
      writer.write(EventJson.write(event) + '\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
