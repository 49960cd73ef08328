package dev.svodka.source.xes;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bounds the bytes from one {@code <} to the next: the XML parser keeps a tag whole in memory. */
public final class BoundedTags extends FilterInputStream {
  private static final int MAX_BYTES = 4 << 20;

  private final String file;
  private int run;

  public BoundedTags(String file, InputStream in) {
    super(in);
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    count((byte) value);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    for (int i = offset; i < offset + read; i++) {
      count(buffer[i]);
    }
    return read;
  }

  private void count(byte value) {
    run = value == '<' ? 0 : run + 1;
    if (run > MAX_BYTES) {
      throw new SvodkaException(
          ErrorCode.INPUT_TOO_LARGE,
          file + ": one tag or text is longer than " + (MAX_BYTES >> 20) + " MB");
    }
  }
}
