package dev.svodka.local.serve;

import dev.svodka.lake.events.ErasableEvents;
import dev.svodka.lake.objects.ObjectStore;
import java.io.Closeable;
import java.io.IOException;

/**
 * Where the service keeps its data: its folder, or a table and buckets.
 *
 * @param told where that is, as a person is told
 * @param lake business files and Arrow files
 * @param reports what is published
 * @param closing lets go of it
 */
public record Stores(
    String told, ErasableEvents events, ObjectStore lake, ObjectStore reports, Closeable closing)
    implements Closeable {
  @Override
  public void close() throws IOException {
    closing.close();
  }
}
