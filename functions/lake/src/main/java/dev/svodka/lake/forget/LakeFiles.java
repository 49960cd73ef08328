package dev.svodka.lake.forget;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.lake.LakeFeed;
import dev.svodka.lake.LakeWriter;
import dev.svodka.lake.arrow.EventFileReader;
import dev.svodka.lake.arrow.EventFileWriter;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.objects.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.arrow.memory.BufferAllocator;

/** The closed files of an account in the lake. */
final class LakeFiles {
  private final ObjectStore lake;
  private final String account;
  private final BufferAllocator allocator;

  LakeFiles(ObjectStore lake, String account, BufferAllocator allocator) {
    this.lake = lake;
    this.account = account;
    this.allocator = allocator;
  }

  void forEach(Consumer<ChangeEvent> consumer) {
    for (String key : new LakeFeed(lake, account).files()) {
      read(key, consumer);
    }
  }

  /**
   * Replaces each file in which an event changes by one with as many rows in the same order.
   *
   * @return how many events changed
   */
  long rewrite(UnaryOperator<ChangeEvent> change) {
    long all = 0;
    for (String key : new LakeFeed(lake, account).files()) {
      AtomicLong changed = new AtomicLong();
      read(
          key,
          event -> {
            if (!change.apply(event).equals(event)) {
              changed.incrementAndGet();
            }
          });
      if (changed.get() > 0) {
        write(key, change);
      }
      all += changed.get();
    }
    return all;
  }

  private void write(String key, UnaryOperator<ChangeEvent> change) {
    try (Upload upload = lake.upload(key, LakeWriter.CONTENT_TYPE);
        EventFileWriter writer =
            new EventFileWriter(allocator, Channels.newChannel(upload.stream()))) {
      read(
          key,
          event -> {
            try {
              writer.append(change.apply(event));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      writer.finish();
      upload.commit();
    } catch (IOException e) {
      throw failed(key, e);
    } catch (UncheckedIOException e) {
      throw failed(key, e);
    }
  }

  private void read(String key, Consumer<ChangeEvent> consumer) {
    try {
      EventFileReader.forEach(allocator, key, lake.open(key), consumer);
    } catch (IOException e) {
      throw failed(key, e);
    }
  }

  private static SvodkaException failed(String key, Exception cause) {
    return new SvodkaException(ErrorCode.STORE_UNAVAILABLE, key + ": " + cause.getMessage(), cause);
  }
}
