package dev.svodka.local.fake;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.objects.Upload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Objects in memory, for hundreds of runs. */
final class MemoryObjects implements ObjectStore {
  private final SortedMap<String, byte[]> objects = new TreeMap<>();

  /** Everything that is stored, keys and contents. */
  String text() {
    StringBuilder all = new StringBuilder();
    objects.forEach(
        (key, bytes) ->
            all.append(key).append('\n').append(new String(bytes, StandardCharsets.UTF_8)));
    return all.toString();
  }

  @Override
  public Upload upload(String key, String contentType) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    return new Upload() {
      @Override
      public OutputStream stream() {
        return bytes;
      }

      @Override
      public void commit() {
        objects.put(key, bytes.toByteArray());
      }

      @Override
      public void close() {
        bytes.reset();
      }
    };
  }

  @Override
  public InputStream open(String key) {
    byte[] bytes = objects.get(key);
    if (bytes == null) {
      throw new SvodkaException(ErrorCode.NOT_FOUND, "There is no " + key);
    }
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public List<Entry> list(String prefix) {
    return objects.entrySet().stream()
        .filter(each -> each.getKey().startsWith(prefix))
        .map(each -> new Entry(each.getKey(), each.getValue().length))
        .toList();
  }

  @Override
  public boolean exists(String key) {
    return objects.containsKey(key);
  }

  @Override
  public void delete(String key) {
    objects.remove(key);
  }
}
