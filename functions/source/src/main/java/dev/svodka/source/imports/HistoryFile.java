package dev.svodka.source.imports;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * A file on disk, opened as often as it has to be gone through; gzip is undone, and only so far as
 * a real file would grow.
 */
public record HistoryFile(Path path, LongConsumer readBytes) {
  private static final int BUFFER = 1 << 16;

  /** Real logs shrink by 10 to 60; a file that grows beyond this is made to fill a machine. */
  private static final long MAX_RATIO = 300;

  private static final long ALWAYS_ALLOWED = 64L << 20;

  String name() {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  /** The bytes of the file, unzipped where it is zipped. */
  public InputStream open() throws IOException {
    InputStream file = new Counting(Files.newInputStream(path));
    try {
      if (!gzipped()) {
        return file;
      }
      long limit = Math.max(ALWAYS_ALLOWED, Files.size(path) * MAX_RATIO);
      return new Limited(new GZIPInputStream(file, BUFFER), name(), limit);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private boolean gzipped() throws IOException {
    try (InputStream head = Files.newInputStream(path)) {
      return head.read() == 0x1F && head.read() == 0x8B;
    }
  }

  private final class Counting extends FilterInputStream {
    Counting(InputStream file) {
      super(file);
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      readBytes.accept(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      readBytes.accept(Math.max(count, 0));
      return count;
    }
  }

  private static final class Limited extends FilterInputStream {
    private final String name;
    private final long limit;
    private long count;

    Limited(InputStream unzipped, String name, long limit) {
      super(unzipped);
      this.name = name;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      add(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      add(Math.max(read, 0));
      return read;
    }

    private void add(int read) {
      count += read;
      if (count > limit) {
        throw new SvodkaException(
            ErrorCode.INPUT_TOO_LARGE,
            name
                + " grows more than "
                + MAX_RATIO
                + " times when it is unzipped, as no real file does;"
                + " where it is one, give it unzipped");
      }
    }
  }
}
