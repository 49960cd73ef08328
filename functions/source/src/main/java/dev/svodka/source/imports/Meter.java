package dev.svodka.source.imports;

import java.util.function.LongConsumer;

/** Adds up what is read, and tells it once a mebibyte. */
final class Meter implements LongConsumer {
  private static final long STEP = 1L << 20;

  private final ImportProgress progress;
  private final long total;
  private long read;
  private long told;

  Meter(ImportProgress progress, long total) {
    this.progress = progress;
    this.total = total;
  }

  @Override
  public void accept(long bytes) {
    read += bytes;
    if (read - told >= STEP) {
      told = read;
      progress.at(Math.min(read, total), total);
    }
  }
}
