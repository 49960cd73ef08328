package dev.svodka.lake;

import dev.svodka.lake.arrow.ColumnReader;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;

/**
 * The Arrow files of one account, in the order of their days, as streams of the wanted columns. It
 * has the shape of the KPI engine's {@code EventFeed}: pass {@code feed::forEach}.
 */
public final class LakeFeed {
  private final ObjectStore store;
  private final String account;

  public LakeFeed(ObjectStore store, String account) {
    this.store = store;
    this.account = account;
  }

  /** Keys of the files that make up the feed. */
  public List<String> files() {
    return store.list(LakeKeys.account(account)).stream()
        .map(ObjectStore.Entry::key)
        .filter(key -> key.endsWith(".arrow") && LakeKeys.dayOf(key).isPresent())
        .toList();
  }

  /**
   * Opens each file in turn and hands it over once.
   *
   * @param columns names of {@link dev.svodka.lake.arrow.EventColumn}s; the bytes of the others are
   *     skipped
   */
  public void forEach(
      BufferAllocator allocator, List<String> columns, Consumer<ArrowReader> consumer)
      throws IOException {
    for (String key : files()) {
      try (BufferAllocator child = allocator.newChildAllocator(key, 0, allocator.getLimit());
          ArrowReader reader = new ColumnReader(child, key, store.open(key), columns)) {
        consumer.accept(reader);
      }
    }
  }
}
