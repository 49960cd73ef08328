package dev.svodka.lake.objects;

import java.io.IOException;
import java.io.OutputStream;

/** An object on its way; closed before {@link #commit} it leaves nothing behind. */
public interface Upload extends AutoCloseable {
  /** Takes the content; closing it does nothing. */
  OutputStream stream();

  /** Makes the object visible, whole. */
  void commit() throws IOException;

  @Override
  void close() throws IOException;
}
